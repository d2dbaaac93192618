import type { Deps } from '../deps.ts'
import { leftToday } from './birth-date.ts'
import { donePage } from './done-page.ts'
import { readFamily } from './family.ts'
import type { Html, Voice } from './frame.ts'
import { otherView } from './hand-over.ts'
import { landingPage } from './landing.ts'
import { MOST_CHECKS } from './open-link.ts'
import { openViews } from './open-tasks.ts'
import { withMeasuredMinutes } from './pace.ts'
import { birthDatePage, lockedPage, lockedTodayPage } from './pages.ts'
import { asking } from './questions/asked.ts'
import { readReminding } from './remind.ts'
import type { PatientSession } from './session.ts'
import { readWhoAnswers } from './who-answers.ts'

/** Where a session begins: who is it, then what is asked and by whom, or that nothing is asked. */
export async function startPage(
  deps: Pick<Deps, 'db' | 'definitions' | 'now' | 'secret' | 'seal' | 'config'>,
  voice: Voice,
  session: PatientSession,
): Promise<Html> {
  if (!session.confirmedAt && (await leftToday(deps.db, deps, session)) <= 0) return lockedTodayPage(voice)
  if (session.failedChecks >= MOST_CHECKS) return lockedPage(voice)
  if (!session.confirmedAt) return birthDatePage(voice, session, null)
  const { tasks, otherWaits } = await openViews(deps, session)
  const who = await readWhoAnswers(deps, session)
  const mayHandOver = otherWaits && session.proxyId === null && who.kinds.includes(otherView(session))
  if (tasks.length === 0) return donePage(deps, voice, session, mayHandOver)
  const family = await readFamily(deps, session)
  const reminding = await readReminding(deps, session, tasks)
  const measured = await withMeasuredMinutes(deps, tasks)
  return landingPage(deps, asking(voice, tasks), session, measured, {
    ...reminding,
    family,
    who,
    mayHandOver,
  })
}
