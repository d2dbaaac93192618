import type { Deps } from '../deps.ts'
import { askBeside, isLarge } from '../teams/beside/ask.ts'
import { chosenMonths } from '../teams/period.ts'
import { everyTeam } from '../teams/scope.ts'
import { inTurns } from '../turns.ts'

/** Works out each day what pages of large teams begin with, so that nobody who opens one waits for it. */
export const startTeamPages = (deps: Deps): (() => Promise<void>) =>
  inTurns(deps, () => prepareTeamPages(deps), {
    every: 10 * 60_000,
    startsNow: false,
    fails: 'pages of teams were not worked out beforehand',
  })

async function prepareTeamPages(deps: Pick<Deps, 'db' | 'definitions' | 'now' | 'beside'>): Promise<void> {
  if (!deps.beside) return
  for (const team of await everyTeam(deps.db)) {
    if (!(await isLarge(deps.db, team)) || !(await deps.definitions.current(team.outcomeSet))) continue
    const months = chosenMonths({}, deps, team.zone)
    const page = (measure?: string) =>
      askBeside(deps, 'outcomes', {
        team,
        months,
        asked: measure === undefined ? {} : { measure },
        staffId: null,
      })
    for (const { id } of (await page()).choices.measures) await page(id)
    await askBeside(deps, 'wishes', { team })
  }
}
