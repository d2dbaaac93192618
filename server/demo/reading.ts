import type { FeedRule } from '../../core/feeds/feed-rules.ts'
import { saveFeedRules } from '../appointments/feed-rules.ts'
import type { Deps } from '../deps.ts'
import { dataManagersIn, type SeededTeam } from './people.ts'

/** What the hospitals' planning systems call the first visit to a team, by its outcome set. */
const FIRST_VISITS: Record<string, { name: string; codes: string[]; kind: string }> = {
  'hip-knee-osteoarthritis': { name: 'Eerste afspraak heup of knie', codes: ['ORT-HK-NP*'], kind: 'intake' },
  'breast-cancer': { name: 'Mammapoli', codes: ['CHI-MAM*', 'mammapoli'], kind: 'breast-clinic' },
}

/** The data manager of each hospital has written down how its planning system is read. */
export async function writeRules(deps: Deps, teams: readonly SeededTeam[]): Promise<void> {
  for (const ctx of await dataManagersIn(deps)) {
    const own = teams.filter(({ organisationId }) => organisationId === ctx.organisationId)
    const rules = [...own.flatMap(firstVisit), notOurs]
    await saveFeedRules(deps, ctx, { content: { rules, ownNumbers: ['EPD'] }, version: 0 })
  }
}

function firstVisit({ id: teamId, outcomeSet }: SeededTeam): FeedRule[] {
  const visit = FIRST_VISITS[outcomeSet]
  if (!visit) return []
  const { name, codes, kind } = visit
  return [
    {
      name,
      all: [{ field: 'code', is: codes }],
      any: [],
      not: [{ field: 'location', is: ['Röntgen'] }],
      to: { teamId, kind },
    },
  ]
}

const notOurs: FeedRule = {
  name: 'Andere poliklinieken',
  all: [],
  any: [
    { field: 'code', is: ['CAR*', 'DER*', 'KNO*'] },
    { field: 'location', is: ['Hartcentrum'] },
  ],
  not: [],
  to: null,
}
