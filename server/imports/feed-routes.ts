import { Hono } from 'hono'
import { z } from 'zod'
import { type FeedRules, feedRulesShape } from '../../core/feeds/feed-rules.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import { planDoubledDays } from '../acts/plan-doubled-days.ts'
import { type Directory, readDirectory } from '../appointments/directory.ts'
import { readFeedRules, saveFeedRules } from '../appointments/feed-rules.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { feedHealth, subscriptionHealth } from './feed-health.ts'
import { countAsides } from './quarantine.ts'

const written = z.strictObject({ content: feedRulesShape, version: z.number().int().min(0) })

/** What planning systems send by themselves: how they are, and the rules by which they are read. */
export const feedRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', allow('imports:write'), async (c) => {
      const ctx = c.get('ctx')
      const directory = await readDirectory(deps, ctx)
      return c.json({
        feeds: await feedHealth(deps.db, ctx, directory.today),
        subscriptions: await subscriptionHealth(deps.db, ctx, directory.today),
        waiting: await countAsides(deps.db, ctx),
        rules: await readFeedRules(deps.db, ctx),
        keepsBsn: directory.bsn !== null,
        teams: directory.teams.map(({ id, name, version }) => ({
          id,
          name,
          hasSides: version?.set.patientGroup.laterality !== 'none',
          /** What somebody's codes may mean for its outcome set, apart from appointments. */
          means: meansOf(version?.set),
          kinds: (version?.set.appointmentKinds ?? []).map((kind) => ({ id: kind.id, title: kind.title })),
        })),
      })
    })
    .put('/rules', allow('imports:write'), valid('json', written), async (c) => {
      const ctx = c.get('ctx')
      const { content, version } = c.req.valid('json')
      mustLeadSomewhere(content, await readDirectory(deps, ctx))
      const saved = await saveFeedRules(deps, ctx, { content, version })
      await planDoubledDays(deps, ctx) // also where nothing of it changed: who was cut off halfway saves again
      return c.json(saved)
    })

const meansOf = (set: OutcomeSet | undefined) => [
  ...(set?.events ?? []).map(({ id, title }) => ({ id: `event:${id}`, title })),
  ...(set?.measures ?? []).flatMap(({ id, title, kind }) =>
    kind === 'scale' ? [] : [{ id: `measure:${id}`, title }],
  ),
  ...(set ? [{ id: 'diagnosis', title: set.patientGroup.title }] : []),
]

/** A rule that leads to nobody would refuse what it matches. */
function mustLeadSomewhere({ rules, events = [], enrols = [] }: FeedRules, { teams }: Directory) {
  const teamOf = (id: string | undefined) => teams.find((team) => team.id === id)
  const eventAstray = events.find(
    ({ to }) => to && !meansOf(teamOf(to.teamId)?.version?.set).some(({ id }) => id === to.means),
  )
  if (eventAstray || !enrols.every(teamOf))
    throw refused('rule_astray', 'This rule leads to nothing of a team here', { rule: eventAstray?.name })
  const astray = rules.find(({ to }) => {
    const kinds = teams.find(({ id }) => id === to?.teamId)?.version?.set.appointmentKinds
    return to !== null && !kinds?.some(({ id }) => id === to.kind)
  })
  if (astray)
    throw refused('rule_astray', 'This rule leads to no kind of appointment of a team here', {
      rule: astray.name,
    })
}
