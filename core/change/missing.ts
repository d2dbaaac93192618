import type { Localised } from '../words.ts'
import type { Named } from './finding.ts'
import type { Unscored } from './unscored.ts'

/** A scale that was answered and has no score, and why. */
export type Missing = { title: Localised } & Unscored

/** The scales of which an answer gave no score. */
export const missingIn = (scales: readonly Named[], assessmentId: string | null): Missing[] =>
  scales.flatMap(({ title, trend }) => {
    const gap = trend.points.find((point) => point.assessmentId === assessmentId)
    if (gap?.kind !== 'not-computable') return []
    const { reason, answered, of } = gap
    return [{ title, reason, answered, of }]
  })
