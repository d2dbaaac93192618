import { isDeepStrictEqual } from 'node:util'
import Client from 'better-sqlite3'
import { ALERT, answersOf, expectedOf, INSTRUMENT } from './definitions.ts'
import type { BenchPatient } from './world.ts'

const ONE_SUBMISSION = `
  select r.answers, r.submitted_at as submittedAt,
    (select count(*) from responses where assessment_id = @assessment) as responses,
    (select count(*) from scores where response_id = r.id) as scores,
    (select value from scores where response_id = r.id and scale = 'first_half') as sum,
    (select value from scores where response_id = r.id and scale = 'second_half') as mean,
    (select count(*) from alerts where response_id = r.id) as alerts,
    (select count(*) from alerts where response_id = r.id and rule = '${ALERT}') as ofOurRule,
    (select count(*) from patient_sessions where link_id = @link) as sessions,
    (select count(*) from audit_subjects s join audit_events e on e.id = s.event_id
      where s.patient_id = @patient and e.actor_kind = 'patient') as lines,
    (select count(*) from audit_subjects s join audit_events e on e.id = s.event_id
      where s.patient_id = @patient and e.type = 'response.submitted' and e.object_id = r.id) as sealed
  from responses r where r.assessment_id = @assessment`

type Found = Record<string, unknown> & { answers: string; submittedAt: string | null }

/**
 * Looks for every submission in the database and holds it against what was sent: answers, both scores, the alert or
 * none, the lines of the log. Throws on the first that differs; gives the number that is right. Without `scored` the
 * scores must be there, whatever their values: baselines do not score.
 */
export function countSubmissions(
  databaseFile: string,
  patients: readonly BenchPatient[],
  { scored }: { scored: boolean },
): number {
  const database = new Client(databaseFile, { readonly: true })
  const find = database.prepare(ONE_SUBMISSION)
  for (const patient of patients) {
    const found = find.get({
      assessment: patient.assessmentId,
      patient: patient.patientId,
      link: patient.linkId,
    }) as Found | undefined
    const wrong = found ? differences(found, patient, scored) : ['no response']
    if (wrong.length > 0) throw new Error(`${databaseFile}: patient ${patient.number}: ${wrong.join(', ')}`)
  }
  database.close()
  return patients.length
}

function differences(
  { answers, submittedAt, ...found }: Found,
  { number }: BenchPatient,
  scored: boolean,
): string[] {
  const sent = answersOf(number)
  const { alert, ...values } = expectedOf(sent)
  const alerts = alert ? 1 : 0
  const rows = { responses: 1, scores: 2, alerts, ofOurRule: alerts, sessions: 1, lines: 2, sealed: 1 }
  const wanted = scored ? { ...rows, ...values } : rows
  const stored = (JSON.parse(answers) as Record<string, unknown>)[INSTRUMENT]
  return [
    ...(submittedAt ? [] : ['not submitted']),
    ...(isDeepStrictEqual(stored, sent) ? [] : [`answers are ${answers}`]),
    ...Object.entries(wanted).flatMap(([name, value]) =>
      found[name] === value ? [] : [`${name} is ${String(found[name])} and not ${String(value)}`],
    ),
  ]
}
