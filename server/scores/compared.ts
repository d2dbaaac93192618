import type { ScoreToCompare } from '../../core/change/change.ts'
import { isProxy } from '../../core/patients/proxy.ts'
import { responses, scores } from '../db/schema/outcomes.ts'

/** What a question about scores has to bring, where changes are told: `toCompare` takes it. */
export const comparedColumns = {
  value: scores.value,
  standardError: scores.standardError,
  scoringVersion: scores.scoringVersion,
  respondent: responses.respondent,
}

type Compared = {
  value: number | null
  standardError: number | null
  scoringVersion: number | null
  respondent: string | null
}

/** A score as changes are told of it; null where nothing was scored. */
export const toCompare = ({
  value,
  standardError,
  scoringVersion,
  respondent,
}: Compared): ScoreToCompare | null =>
  scoringVersion === null || respondent === null
    ? null
    : { value, standardError, scoringVersion, byProxy: isProxy(respondent) }
