import { usualHours } from '../../../core/time/office-hours.ts'
import { addAlerts } from '../../alerts/store.ts'
import type { Database, Tx } from '../../db/database.ts'
import { rowWriter } from '../../db/row-writer.ts'
import { appointments, assessments, enrolments, stageEntries } from '../../db/schema/care.ts'
import { responses, scores } from '../../db/schema/outcomes.ts'
import { patientNumbers, patients } from '../../db/schema/patients.ts'
import type { Deps } from '../../deps.ts'
import { addFigures, type Count } from '../../figures/write.ts'
import type { Place, Rows } from './rows.ts'

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
  all: readonly Rows[],
): Promise<number> {
  const given = all.flatMap((one) => one.given)
  const scored = given.flatMap((one) => one.scored).toSorted(inOrder)
  await uncounted(async (tx) => {
    await insertPatients(
      tx,
      all.map((one) => one.patient),
    )
    await insertNumbers(
      tx,
      all.map((one) => one.number),
    )
    await insertEnrolments(
      tx,
      all.map((one) => one.enrolment),
    )
    await insertVisits(
      tx,
      all.flatMap((one) => one.visits),
    )
    await insertStages(
      tx,
      all.flatMap((one) => one.stages),
    )
    await insertAssessments(
      tx,
      all.flatMap((one) => one.assessments),
    )
    await insertResponses(
      tx,
      given.map(({ response }) => response),
    )
    await insertScores(tx, scored)
    await addFigures(tx, place.teamId, all.flatMap(countedOf))
    await callFor(tx, tools, place, given)
  })
  return scored.length
}

type Scored = Rows['given'][number]['scored'][number]

/** The order of the key, in which nothing has to make room. */
function inOrder(one: Scored, other: Scored): number {
  if (one.responseId !== other.responseId) return one.responseId < other.responseId ? -1 : 1
  if (one.instrument !== other.instrument) return one.instrument < other.instrument ? -1 : 1
  return one.scale < other.scale ? -1 : 1
}

/** What a care path adds to the figures: nobody in it was counted before, and a person counts once at each moment. */
function countedOf({ given, enrolment: { treatmentOption } }: Rows): Count[] {
  const known = new Set<string>()
  return given.flatMap(({ scored, response: { month }, moment }) =>
    scored.flatMap(({ instrument, scale, value }) => {
      if (value === null) return []
      const at = `${instrument} ${scale} ${moment}`
      const people = known.has(at) ? 0 : 1
      known.add(at)
      return [{ instrument, scale, moment, month, treatmentOption, value, n: 1, people }]
    }),
  )
}

async function callFor(
  tx: Tx,
  tools: Pick<Deps, 'newId'>,
  { zone }: Pick<Place, 'zone'>,
  given: Rows['given'],
): Promise<void> {
  for (const { response, raised } of given) {
    if (raised.length === 0) continue
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
