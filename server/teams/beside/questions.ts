import type { Months } from '../../../core/months.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { readCharts } from '../charts.ts'
import { type ComparisonAsked, readComparison } from '../comparison.ts'
import { readCosts } from '../costs.ts'
import { type Question, readOutcomes } from '../outcomes.ts'
import type { Team } from '../scope.ts'

export type Reading = Pick<Deps, 'definitions' | 'now'> & { db: Tx }

/** What a team's pages ask that costs more the more patients there are. What is given and answered is plain data. */
export const questions = {
  outcomes: (reading: Reading, given: { team: Team; ctx: Ctx; months: Months; asked: Question }) =>
    readOutcomes(reading, given.ctx, given.team, given.months, given.asked),
  charts: (reading: Reading, { team, months }: { team: Team; months: Months }) =>
    readCharts(reading, team, months),
  comparison: (reading: Reading, { ctx, team, asked }: { ctx: Ctx; team: Team; asked: ComparisonAsked }) =>
    readComparison(reading, ctx, team, asked),
  costs: (reading: Reading, { team }: { team: Team }) => readCosts(reading, team),
}

export type Questions = typeof questions
/** What is sent to the thread: which question, and the instant at which it is asked. */
export type Asked = { id: number; name: keyof Questions; given: never; now: string }
export type Answered = { id: number } & (
  | { kind: 'answered'; answer: unknown }
  | {
      kind: 'refused'
      status: number
      code: string
      message: string
      detail: Record<string, unknown> | undefined
    }
  | { kind: 'failed'; error: Error }
)
