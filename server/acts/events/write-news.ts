import { type CareEventRow, writeEvents } from '../../care-events/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Source } from '../admit/desk.ts'
import type { ResolvedEvent } from './resolve-events.ts'
import { rowsOf } from './rows.ts'

type Known = {
  source: Source
  /** What was told before, by the sender's number. */
  before: ReadonlyMap<string, CareEventRow[]>
  patientOf: (one: ResolvedEvent) => string | null
}

/** Writes what these messages say that was not said before; gives those that said something. */
export async function writeNews(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  sure: readonly ResolvedEvent[],
  { source, before, patientOf }: Known,
): Promise<ReadonlySet<ResolvedEvent>> {
  const news = sure.map((one) => {
    const told = before.get(one.message.number) ?? []
    const rows = rowsOf(deps, ctx, one, { source, patientId: patientOf(one), before: told })
    return { one, rows: rows.filter((row) => isNews(row, told)) }
  })
  const written = await writeEvents(
    tx,
    news.flatMap(({ rows }) => rows),
  )
  return new Set(news.flatMap(({ one, rows }) => (rows.some((row) => written.has(row)) ? [one] : [])))
}

/** Repeated word for word it is not written again: nothing would change, and a feed may repeat itself all day. */
function isNews(row: CareEventRow, before: readonly CareEventRow[]): boolean {
  const told = ({ outcomeSet, meaning, stage, turn, goesOn, value, side, ...rest }: CareEventRow) => {
    const { happenedOn, patientId, withdrawnAt } = rest
    const of = [outcomeSet, meaning, stage, turn, goesOn, value, side]
    return JSON.stringify([...of, happenedOn, patientId, withdrawnAt !== null])
  }
  return !before.some((one) => told(one) === told(row) && one.changedAt >= row.changedAt)
}
