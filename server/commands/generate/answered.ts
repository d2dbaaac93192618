import { toAsk } from '../../../core/schedule/asked.ts'
import type { Answered } from '../../../core/schedule/recent-answers.ts'
import { localDate } from '../../../core/time/dates.ts'
import { monthOf } from '../../../core/time/months.ts'
import { askedInstruments } from '../../acts/asked.ts'
import { checkSubmission, saysNothing } from '../../acts/check-submission.ts'
import type { Assessment } from '../../assessments/store.ts'
import { inventAnswers } from '../../demo/answers.ts'
import type { Deps } from '../../deps.ts'
import type { Life } from './life.ts'
import type { EnrolmentRow, Place } from './rows.ts'

const DAY_MS = 86_400_000

/** A day after the questions opened, a little later for each. */
const answerTime = ({ opensAt }: Assessment, turn: number) =>
  new Date(Date.parse(opensAt) + DAY_MS + turn * 60_000).toISOString()

/**
 * Goes through the assessments in the order of time: those that are answered by now, by the same check, scoring and
 * hash as a real answer. One for which nothing is left to ask, because all was answered a short while ago, falls away.
 */
export function answeredRows(
  { newId }: Pick<Deps, 'newId'>,
  { version, now, zone, teamId }: Place,
  life: Life,
  { id: enrolmentId, patientId, side }: EnrolmentRow,
  planned: readonly Assessment[],
) {
  const answered: Answered[] = []
  const assessments: Assessment[] = []
  const given = planned
    .toSorted((a, b) => (a.opensAt < b.opensAt ? -1 : 1))
    .flatMap((assessment, turn) => {
      const asked = askedInstruments(version, assessment.moment)
      const required = toAsk(asked, { ...assessment, side, zone }, answered, assessment.opensAt)
      if (required.length === 0) return []
      assessments.push(assessment)
      const submittedAt = answerTime(assessment, turn)
      if (submittedAt > now || !life.answers()) return []
      const burden = life.burden(submittedAt)
      const said = {
        answers: inventAnswers(required, () => burden, life.chance),
        topics: [],
        topicText: null,
        urgent: false,
      }
      if (saysNothing(said.answers, said)) return [] // nobody sends an empty sheet
      const { answers, scores, raised, hash } = checkSubmission(version, assessment.moment, required, said)
      for (const { id: instrument } of required) answered.push({ instrument, side, at: submittedAt })
      const responseId = newId('res')
      const response = {
        id: responseId,
        assessmentId: assessment.id,
        patientId,
        enrolmentId,
        teamId,
        respondent: 'patient',
        mode: 'web',
        language: life.language,
        answers,
        version: 1,
        startedAt: submittedAt,
        submittedAt,
        month: monthOf(localDate(submittedAt, zone)),
        submitHash: hash,
        topics: [],
        urgent: false,
      }
      const scored = scores.map(({ status: _status, ...score }) => ({ responseId, ...score }))
      return [{ response, scored, raised, moment: assessment.moment }]
    })
  return { assessments, given }
}
