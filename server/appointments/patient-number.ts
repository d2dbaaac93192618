import { authorityName, type FeedRules } from '../../core/feeds/feed-rules.ts'
import { authorityOf, type PatientNumber } from '../patients/store.ts'

/** A patient's number as a feed says it, as it is stored in this organisation. */
export const patientNumberOf = (
  organisationId: string,
  rules: FeedRules,
  { authority, number }: { authority?: string | undefined; number: string },
): PatientNumber => ({ authority: authorityOf(organisationId, authorityName(rules, authority)), number })
