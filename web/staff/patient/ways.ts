import type { OnePager } from '../../../core/one-pager.ts'
import { useWords } from '../../kit/words.tsx'
import { chartWords } from './chart-words.ts'
import { planWords } from './plan-words.ts'

type Scored = { assessmentId: string; scoringVersion: number }

/** How a score came about, where that matters for reading it: by somebody else, not on a screen, or calculated otherwise. */
export type Ways = (point: Scored) => { byOther?: true; note?: string }

export function useWays(page: OnePager): Ways {
  const say = useWords(chartWords)
  const { respondent: by, mode: how } = useWords(planWords)
  const rows = new Map(page.plan.map((row) => [row.assessmentId, row]))
  const newest = Math.max(
    ...page.panels.flatMap(({ trend }) =>
      trend.points.map((point) => (point.kind === 'score' ? point.scoringVersion : 1)),
    ),
  )
  return ({ assessmentId, scoringVersion }) => {
    const row = rows.get(assessmentId)
    const byOther = row?.respondent === 'proxy'
    const notes = [
      row?.respondent && row.respondent !== 'patient' ? by[row.respondent] : undefined,
      row?.mode && row.mode !== 'web' ? how[row.mode] : undefined,
      scoringVersion < newest ? say.scoredBy(scoringVersion) : undefined,
    ].filter((note) => note !== undefined)
    return { ...(byOther ? { byOther } : {}), ...(notes.length > 0 ? { note: notes.join(', ') } : {}) }
  }
}
