import type { ClinicRow, ResultRow } from '../../core/consult/clinic-day.ts'
import { localDate, moveDate } from '../../core/time/dates.ts'
import type { SetVersion } from '../definitions/reader.ts'
import type { Deps } from '../deps.ts'
import { type Asked, askedOf } from './asked.ts'
import type { readBooked } from './booked.ts'
import type { readUnbooked } from './results.ts'
import { describeRow, type OpenAlert } from './row.ts'
import { readRowFacts, type Subject } from './row-facts.ts'
import { readTriage } from './triage.ts'

type Booked = Awaited<ReturnType<typeof readBooked>>[number]
type Result = Awaited<ReturnType<typeof readUnbooked>>[number]
type Lists = {
  booked: readonly Booked[]
  alarmed: readonly Result[]
  unbooked: readonly Result[]
  /** Open alerts by care path. */
  alertsOf: ReadonlyMap<string, readonly OpenAlert[]>
}

/** An instant, and its date in the organisation's time zone. */
type Moment = { now: string; today: string; zone: string }

/** The three lists of a clinic; an answer that stands among the alerts is not said twice. */
export async function describeLists(
  { db, definitions }: Deps,
  moment: Moment,
  { booked, alarmed, unbooked, alertsOf }: Lists,
) {
  const shown = new Set(alarmed.map(({ response }) => response.id))
  const late = unbooked.filter(({ response }) => !shown.has(response.id))
  const paths = [...booked, ...alarmed, ...late]
  const versions = await definitions.versions(paths.map(({ setVersionId }) => setVersionId))
  const rows = booked.flatMap((one) => withSubject(one, one.asked, versions))
  const [alerts, others] = [alarmed, late].map((list) =>
    list.flatMap((one) => withSubject(one, askedOf(one), versions)),
  ) as [About<Result>[], About<Result>[]]
  const subjects = [...rows, ...alerts, ...others].map(({ subject }) => subject)
  const alertsOn = ({ enrolmentId }: Path) => alertsOf.get(enrolmentId) ?? []
  const factsOf = await readRowFacts(db, subjects, moment)
  // Afterwards, because what the answers say is kept from there.
  const triage = await readTriage(
    db,
    rows.map(({ one, subject: { version } }) => ({ ...one, version, openAlerts: alertsOn(one).length })),
  )
  const told = ({ one, subject }: About<Path>) => ({
    enrolmentId: one.enrolmentId,
    patient: { ...one.patient, side: one.side },
    version: subject.version,
    alerts: alertsOn(one),
    ...factsOf(subject),
  })
  const listed = (list: readonly About<Result>[]) =>
    list.map(
      (each): ResultRow => ({
        ...describeRow(told(each), { now: moment.now, startsAt: null, visit: null }),
        responseId: each.one.response.id,
      }),
    )
  const appointed = ({ one, subject }: About<Booked>): ClinicRow => ({
    ...describeRow(told({ one, subject }), {
      now: moment.now,
      startsAt: one.startsAt,
      visit: nearness(one, moment),
    }),
    appointmentId: one.id,
    startsAt: one.startsAt,
    kind: subject.version.set.appointmentKinds.find(({ id }) => id === one.kind)?.title ?? {
      nl: one.kind,
      en: one.kind,
    },
    clinician: one.clinician ?? one.clinicianName,
    triage: triage.get(one.id) ?? null,
  })
  return { alerts: listed(alerts), rows: rows.map(appointed), late: listed(others) }
}

type Path = Pick<Booked, 'enrolmentId' | 'setVersionId' | 'treatment' | 'side' | 'patient'>
type About<One> = { one: One; subject: Subject }

/** A row needs its care path's definition; it exists, because the row refers to it. */
function withSubject<One extends Path>(
  one: One,
  asked: Asked | null,
  versions: ReadonlyMap<string, SetVersion>,
): About<One>[] {
  const version = versions.get(one.setVersionId)
  const { enrolmentId, treatment } = one
  return version ? [{ one, subject: { enrolmentId, treatment, version, asked } }] : []
}

const SOON = 'P2D'

function nearness({ startsAt }: { startsAt: string }, { today, zone }: Moment): 'today' | 'soon' | null {
  const day = localDate(startsAt, zone)
  if (day === today) return 'today'
  return day > today && day <= moveDate(today, SOON) ? 'soon' : null
}
