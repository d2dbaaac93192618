import type { EventMessage } from '../../core/feeds/event-message.ts'
import { admitFeed } from '../acts/admit-feed.ts'
import { systemCtx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { type Booking, messageOf } from './feed.ts'
import type { DemoPatient } from './patients.ts'

const SNOMED = 'http://snomed.info/sct'
const ICD10 = 'http://hl7.org/fhir/sid/icd-10'
/** Rehabilitation therapy, which begins on the ward's last day. */
const REHABILITATION = '52052004'

export type Happening = { patient: DemoPatient; day: number }

/** Who goes home from the joint ward, some days after the operation, and on which day. */
export const goingHome = (bookings: readonly Booking[]): Happening[] =>
  bookings
    .filter(
      ({ kind, patient }) => kind === 'surgery' && patient.team.outcomeSet === 'hip-knee-osteoarthritis',
    )
    .map(({ patient, day }) => ({ patient, day: day + 2 + (Number(patient.number) % 3) }))

/** Tells, as the record system does, that these went home on a date. */
export async function tellHome(deps: Deps, happening: readonly Happening[], on: string): Promise<void> {
  for (const [organisationId, own] of Map.groupBy(happening, ({ patient }) => patient.team.organisationId))
    await admitFeed(
      deps,
      systemCtx(organisationId, 'demo'),
      { appointments: [], people: [], events: own.map(({ patient }) => homeOf(patient, on)) },
      'hl7',
    )
}

const homeOf = ({ number, side }: DemoPatient, on: string): EventMessage => ({
  number: `PR1 ${number} home`,
  kind: 'procedure',
  status: 'happened',
  at: `${on}T00:00`,
  codes: [{ system: SNOMED, code: REHABILITATION }],
  side,
  patient: { number },
})

/** On the last day each hospital sends what a person has to look at: another name under a known number, a new diagnosis. */
export async function tellOddities(
  deps: Deps,
  patients: Iterable<DemoPatient>,
  dateOf: (day: number) => string,
  today: number,
): Promise<void> {
  for (const [organisationId, [one]] of Map.groupBy(patients, ({ team }) => team.organisationId)) {
    if (!one) continue
    const visit = messageOf({ patient: one, kind: 'check-up', day: today + 12, time: '10:20' }, dateOf, today)
    const patient = { ...visit.patient, familyName: `${one.familyName}-Smit` }
    await admitFeed(
      deps,
      systemCtx(organisationId, 'demo'),
      {
        appointments: [{ ...visit, number: `${one.number}-renamed`, patient }],
        people: [],
        events: [newcomer(one, dateOf(today))],
      },
      'fhir',
    )
  }
}

/** Somebody whom the family doctor sent with a diagnosis of the team, and who is on no care path. */
const newcomer = ({ team, number }: DemoPatient, on: string): EventMessage => ({
  number: `Condition ${number}-new`,
  kind: 'condition',
  status: 'happened',
  at: `${on}T00:00`,
  codes: [{ system: ICD10, code: team.outcomeSet === 'breast-cancer' ? 'C50.4' : 'M16.1' }],
  patient: {
    number: `9${number}`,
    givenName: 'Marijke',
    familyName: 'Ooms',
    birthDate: '1961-05-17',
    sex: 'female',
  },
})
