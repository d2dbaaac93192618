import type { Months } from '../../../core/time/months.ts'
import type { Ctx } from '../../ctx.ts'
import { readCharts } from '../charts.ts'
import { type ComparisonAsked, readComparison } from '../comparison.ts'
import { compose } from '../compose-publication.ts'
import { readCosts } from '../costs.ts'
import { readFunnels } from '../funnel.ts'
import { readOutcomes } from '../outcomes.ts'
import type { Team } from '../scope.ts'
import { readWishes } from '../wishes.ts'
import type { Reading } from './reading.ts'

/**
 * The first that a thread says: its database is open. A thread that is terminated while it loads the driver takes the
 * whole process down with it, so nobody ends one before this.
 */
export const OPENED = 'opened'

/** What a team's pages ask that costs more the more patients there are. What is given and answered is plain data. */
export const questions = {
  outcomes: readOutcomes,
  charts: (reading: Reading, { team, months }: { team: Team; months: Months }) =>
    readCharts(reading, team, months),
  comparison: (reading: Reading, { ctx, team, asked }: { ctx: Ctx; team: Team; asked: ComparisonAsked }) =>
    readComparison(reading, ctx, team, asked),
  costs: (reading: Reading, { team }: { team: Team }) => readCosts(reading, team),
  wishes: (reading: Reading, { team }: { team: Team }) => readWishes(reading, team),
  /** By team id. */
  funnels: (reading: Reading, { teams, months }: { teams: readonly Team[]; months: Months }) =>
    readFunnels(reading, teams, months),
  publication: (reading: Reading, { team }: { team: Team }) => compose(reading, team),
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
  | { kind: 'failed'; name: string; stack: string | undefined; driverCode: string }
)
