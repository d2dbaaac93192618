import { z } from 'zod'
import { lastMonths, type Months, monthsOf } from '../../core/time/months.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'write a month, such as 2026-03')

/** The period in the query of a request; whole months only. */
export const periodShape = z.object({ from: month.optional(), to: month.optional() })

const USUAL = 12
const LONGEST = 60

/** The months asked for, by default the last twelve. */
export function chosenMonths(
  { from, to }: z.output<typeof periodShape>,
  { now }: Pick<Deps, 'now'>,
  zone: string,
): Months {
  const usual = lastMonths(now().toISOString(), zone, USUAL)
  const chosen = { from: from ?? usual.from, to: to ?? usual.to }
  const count = monthsOf(chosen).length
  if (count === 0 || count > LONGEST)
    throw refused('wrong_period', `Choose 1 to ${LONGEST} months`, { longest: LONGEST })
  return chosen
}
