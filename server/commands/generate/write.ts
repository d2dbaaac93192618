import { usualHours } from '../../../core/time/office-hours.ts'
import { addAlerts } from '../../alerts/store.ts'
import type { Database, Tx } from '../../db/database.ts'
import { rowWriter } from '../../db/row-writer.ts'
import { appointments, assessments, enrolments, stageEntries } from '../../db/schema/care.ts'
import { responses, scores } from '../../db/schema/outcomes.ts'
import { patientNumbers, patients } from '../../db/schema/patients.ts'
import type { Deps } from '../../deps.ts'
import { addFigures } from '../../figures/write.ts'
import type { Gathered } from './gather.ts'
import type { Place } from './rows.ts'

const insertPatients = rowWriter(patients, (insert, size) => insert.prepare(`bulk_patients_${size}`))
const insertNumbers = rowWriter(patientNumbers, (insert, size) => insert.prepare(`bulk_numbers_${size}`))
const insertEnrolments = rowWriter(enrolments, (insert, size) => insert.prepare(`bulk_enrolments_${size}`))
const insertVisits = rowWriter(appointments, (insert, size) => insert.prepare(`bulk_appointments_${size}`))
const insertStages = rowWriter(stageEntries, (insert, size) => insert.prepare(`bulk_stages_${size}`))
const insertAssessments = rowWriter(assessments, (insert, size) => insert.prepare(`bulk_assessments_${size}`))
const insertResponses = rowWriter(responses, (insert, size) => insert.prepare(`bulk_responses_${size}`))
const insertScores = rowWriter(scores, (insert, size) => insert.prepare(`bulk_scores_${size}`))

/** Writes new care paths of one team in one transaction; gives how many scores they have. */
export async function writeRows(
  { uncounted }: Pick<Database, 'uncounted'>,
  tools: Pick<Deps, 'newId'>,
  place: Omit<Place, 'version'>,
  rows: Gathered,
): Promise<number> {
  await uncounted(async (tx) => {
    await insertPatients(tx, rows.patients)
    await insertNumbers(tx, rows.numbers)
    await insertEnrolments(tx, rows.enrolments)
    await insertVisits(tx, rows.visits)
    await insertStages(tx, rows.stages)
    await insertAssessments(tx, rows.assessments)
    await insertResponses(tx, rows.responses)
    await insertScores(tx, rows.scores)
    await addFigures(tx, place.teamId, rows.figures)
    await callFor(tx, tools, place, rows.raising)
  })
  return rows.scores.length
}

async function callFor(
  tx: Tx,
  tools: Pick<Deps, 'newId'>,
  { zone }: Pick<Place, 'zone'>,
  raising: Gathered['raising'],
): Promise<void> {
  for (const { response, raised } of raising) {
    const { id: responseId, enrolmentId, teamId, submittedAt: raisedAt } = response
    const calls = raised.map(({ rule: { id, severity, respondWithin }, value }) => ({
      rule: id,
      severity,
      respondWithin,
      value,
    }))
    const office = { hours: usualHours, zone }
    await addAlerts(tx, tools, { responseId, enrolmentId, teamId, raisedAt }, calls, office)
  }
}
