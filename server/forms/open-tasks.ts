import { hasQuestions, type OwnWords, ownWordsIn } from '../../core/answers/goals.ts'
import type { Instrument } from '../../core/instruments/instrument.ts'
import type { ResponseAnswers } from '../../core/response.ts'
import { type Asked, toAsk } from '../../core/schedule/asked.ts'
import { askedInstruments } from '../acts/asked.ts'
import type { Tx } from '../db/database.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { sentAnswers } from '../responses/sent-answers.ts'
import { answeredBy } from '../scores/store.ts'
import { staffContext } from '../staff/context.ts'
import { askerOf } from './asker.ts'
import { askedOf } from './hand-over.ts'
import { isHidden, seesNoAnswers } from './own-view.ts'
import { readOpen } from './read-open.ts'
import type { PatientSession } from './session.ts'
import { shownVersion } from './shown-version.ts'

export type OpenTask = {
  id: string
  side: string
  team: string
  /** Who the answers are for: the clinician of the appointment, else the lead clinician. */
  clinician: string | null
  /** Instant of the appointment, when there is one that still holds. */
  startsAt: string | null
  closesAt: string
  /** When the patient said that they would rather not. */
  declinedAt: string | null
  version: number
  answers: ResponseAnswers
  /** The same, where the questions of a bank are chosen by them. */
  oneByOne?: ResponseAnswers
  setVersion: SetVersion
  moment: string
  /** Ids of the instruments to ask now, in order. */
  instruments: readonly string[]
  /** What the patient wrote before on this care path, where something asks about it. */
  ownWords: OwnWords
  minutes: number
}

/**
 * Everything that a patient can answer now; what was answered recently elsewhere is not asked again. What they declined
 * is there only when there is nothing else. On a tablet only what the teams ask of whoever handed it over: nobody can
 * see whose hands it is in, and what was saved for other teams is not theirs to read. `shown` names the version that a page
 * showed of one of them.
 */
export const openTasks = async (deps: Works, session: Answering, shown?: Shown): Promise<OpenTask[]> =>
  (await openViews(deps, session, shown)).tasks

type Works = Pick<Deps, 'db' | 'definitions' | 'now'>
type Answering = Pick<
  PatientSession,
  'patientId' | 'handedBy' | 'respondent' | 'proxyId' | 'birthDate' | 'answersFrom' | 'timeZone'
>

/** The same, and whether something waits for the other of the two whom a moment may ask: not what. */
export async function openViews(
  deps: Works,
  session: Answering,
  shown?: Shown,
): Promise<{ tasks: OpenTask[]; otherWaits: boolean }> {
  const all = await allOpen(deps, session, shown)
  const momentOf = ({ setVersion, moment }: OpenTask) => askedInstruments(setVersion, moment).moment
  const isAsked = await askedOf(deps.db, all.map(momentOf), session)
  const asked = (task: OpenTask) => isAsked(momentOf(task))
  const own = all.filter(asked)
  const wanted = own.filter(({ declinedAt }) => declinedAt === null)
  const otherWaits = all.some((task) => !asked(task) && task.declinedAt === null)
  return { tasks: wanted.length > 0 ? wanted : own, otherWaits }
}

async function allOpen(
  { db, definitions, now }: Works,
  session: Answering,
  shown: Shown | undefined,
): Promise<OpenTask[]> {
  const { patientId, handedBy } = session
  const at = now()
  const all = await readOpen(db, patientId, at)
  const open = all.filter(({ respondent }) => !isHidden(session, respondent, at))
  const handing = handedBy === null ? null : await staffContext(db, handedBy, at)
  const rows = handedBy === null ? open : open.filter(({ teamId }) => handing?.teamIds.includes(teamId))
  const versions = await definitions.versions(rows.map(({ setVersionId }) => setVersionId))
  const seen = await versionSeen(definitions, rows, shown)
  const known = rows.flatMap((row) => {
    const setVersion = row.id === shown?.assessment ? seen : versions.get(row.setVersionId)
    return setVersion ? [{ row, setVersion, asked: askedInstruments(setVersion, row.moment) }] : []
  })
  const written = await readOwnWords(db, seesNoAnswers(session, at) ? [] : known)
  const answered = known.some(({ asked }) => asked.maySkip) ? await answeredBy(db, patientId) : []
  return known.flatMap(({ row, setVersion, asked }) => {
    const ownWords = written(row.enrolmentId)
    const instruments = toAsk(asked, row, answered, at.toISOString()).filter((one) =>
      hasQuestions(one, ownWords),
    )
    if (instruments.length === 0) return []
    const minutes = instruments.reduce((sum, instrument) => sum + instrument.minutes, 0)
    const answers = (row.answers ?? {}) as ResponseAnswers
    return {
      ...row,
      ...askerOf(row),
      version: row.version ?? 0,
      answers,
      oneByOne: answers,
      setVersion,
      instruments: instruments.map(({ id }) => id),
      ownWords,
      minutes,
    }
  })
}

export type Shown = { assessment: string; set: string }

async function versionSeen(
  definitions: Deps['definitions'],
  rows: Awaited<ReturnType<typeof readOpen>>,
  shown: Shown | undefined,
): Promise<SetVersion | undefined> {
  const row = rows.find(({ id }) => id === shown?.assessment)
  return row && shownVersion({ definitions }, { ...row, begun: row.version !== null }, shown?.set)
}

/** The database is asked only where a question is about own words: most are not. */
async function readOwnWords(
  db: Tx,
  known: readonly { row: { enrolmentId: string }; asked: Asked }[],
): Promise<(enrolmentId: string) => OwnWords> {
  const asking = known.filter(({ asked }) => asked.instruments.some(asksAboutWords))
  const sent = await sentAnswers(
    db,
    asking.map(({ row }) => row.enrolmentId),
  )
  return (enrolmentId) => ownWordsIn(sent.get(enrolmentId) ?? [])
}

/** Whether an instrument asks about what the patient wrote before. */
export const asksAboutWords = ({ items }: Pick<Instrument, 'items'>): boolean =>
  items.some(({ ownWords }) => ownWords !== undefined)
