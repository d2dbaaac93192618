import { type Board, type BoardChoice, normDays } from '../../core/consult/board.ts'
import { columnsOf, countConcerns, fitsChoice } from '../../core/consult/board-columns.ts'
import { recordRead } from '../audit/store.ts'
import { cliniciansOf } from '../care-path/options.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import { readCards } from './cards.ts'
import { readOwnTeams } from './paths.ts'

/**
 * The board of one of the caller's teams: the one that is asked for, else the first. 404 for anybody else's. Everybody
 * is counted; who has a card is written down as seen.
 */
export async function readBoard(
  deps: Deps,
  ctx: Ctx,
  { team: wanted, ...choice }: BoardChoice & { team?: string | undefined },
): Promise<Board> {
  const { db, definitions } = deps
  const teams = await readOwnTeams(db, ctx)
  const team = wanted === undefined ? teams[0] : teams.find(({ id }) => id === wanted)
  const current = team && (await definitions.current(team.outcomeSet))
  if (!team || !current) throw notFound('team')
  const now = deps.now().toISOString()
  const [{ cards, complete }, clinicians] = await Promise.all([
    readCards(deps, team, now),
    cliniciansOf(db, [team.id], deps.now()),
  ])
  const { set } = current
  const stages = set.carePath.stages.map(({ id, title, goal, norm }) => ({
    id,
    title,
    goal,
    norm: normDays(norm),
  }))
  const chosen = cards.filter((card) => fitsChoice(card, choice))
  const columns = columnsOf(chosen, stages, choice)
  const shown = await complete(columns.flatMap((column) => column.cards))
  const completed = new Map(shown.map((card) => [card.enrolmentId, card]))
  await recordRead(deps, ctx, {
    type: 'board.read',
    patients: shown.map(({ patientId }) => patientId),
    object: { type: 'team', id: team.id },
  })
  return {
    now,
    team: { id: team.id, name: team.name },
    teams: teams.map(({ id, name }) => ({ id, name })),
    group: set.patientGroup.title,
    stages,
    treatments: set.treatmentOptions.map(({ id, title }) => ({ id, title })),
    clinicians: clinicians.get(team.id) ?? [],
    total: cards.length,
    counts: countConcerns(chosen, stages),
    sides: [...new Set(cards.map(({ side }) => side))],
    columns: columns.map((column) => ({
      ...column,
      cards: column.cards.map((card) => completed.get(card.enrolmentId) ?? card),
    })),
  }
}
