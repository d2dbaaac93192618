import type { AppointmentMessage } from '../../core/feeds/appointment-message.ts'
import type { DemoPatient } from './patients.ts'
import type { SeededTeam } from './people.ts'
import { chanceOf } from './random.ts'

export type Booking = { patient: DemoPatient; kind: string; day: number; time: string }

/** How long before a visit the hospital's planning system tells of it. */
const AHEAD = 18
/** How many check-ups a clinic has, and the clinic of the day of the start. */
const CLINIC_SIZE = 5
const CLINIC_TODAY = 10

/** On which day the planning system tells of a visit: it speaks every other week. */
export const toldOn = ({ day }: Pick<Booking, 'day'>): number => Math.floor((day - AHEAD) / 14) * 14

/** The visits that the patients' own courses ask for. */
export const courseBookings = (patients: readonly DemoPatient[]): Booking[] =>
  patients.flatMap((patient) =>
    patient.course.visits.map(({ kind, day }, place) => ({
      patient,
      kind,
      day: patient.start + day,
      time: slot((Number(patient.number) + place) % 16),
    })),
  )

/**
 * A clinic of check-ups for each team on each of these days, weekends too, that of today round the hour of the start:
 * whoever opens the demo, on whatever day, finds somebody in the waiting room.
 */
export function clinicBookings(
  patients: readonly DemoPatient[],
  teams: readonly SeededTeam[],
  days: { from: number; today: number; until: number /** Local time of the start. */; opened: string },
): Booking[] {
  const first = placeRound(days.opened)
  return teams.flatMap((team) => {
    const chance = chanceOf(`${team.key} clinic ${days.from}`)
    const waiting = patients
      .filter((patient) => patient.team.id === team.id && patient.start < days.from - 45)
      .filter((patient) => isChecked(patient, days.from))
      .map((patient) => ({ patient, order: chance.next() }))
      .toSorted((one, other) => one.order - other.order)
    const bookings: Booking[] = []
    for (let day = days.from; day <= days.until; day++)
      for (const [place, { patient }] of waiting
        .splice(0, day === days.today ? CLINIC_TODAY : CLINIC_SIZE)
        .entries())
        bookings.push({
          patient,
          kind: 'check-up',
          day,
          time: slot(place + (day === days.today ? first : MORNING)),
        })
    return bookings
  })
}

/** Nobody comes for a check-up whose treatment is still to come, or has just been. */
const isChecked = ({ start, course }: DemoPatient, from: number) =>
  course.visits.every(({ kind, day }) => kind === 'check-up' || start + day < from - 21)

/** The visit at which the treatment was chosen: the planning system tells of it again, with the choice. */
export const isChoice = ({ patient, day }: Booking) => day === patient.start + patient.course.chosenOn

const FIRST = 8 * 60 + 20 // minutes after midnight
const EACH = 20 // minutes
/** Clinics begin at nine; none lasts into the evening after half past seven. */
const MORNING = 2
const LAST = 33

/** From where on the patients of a clinic come, so that some have been at a time of day and the others are to come. */
function placeRound(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const now = Math.floor((hour * 60 + minute - FIRST) / EACH)
  return Math.min(Math.max(now - CLINIC_TODAY / 2 + 1, MORNING), LAST - CLINIC_TODAY + 1)
}

/** From 08:20 every twenty minutes. */
function slot(place: number): string {
  const minutes = FIRST + place * EACH
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** What the planning system says about a visit on `today`: a treatment only once it was chosen. */
export function messageOf(
  { patient, kind, day, time }: Booking,
  dateOf: (day: number) => string,
  today: number,
): AppointmentMessage {
  const { team, number, course } = patient
  const people = team.people.map(({ name }) => name)
  const own = people[Number(number) % people.length] as string
  return {
    number: `${number}-${kind}-${day}`,
    status: 'booked',
    startsAt: `${dateOf(day)}T${time}`,
    kind,
    team: team.id,
    clinician: own,
    leadClinician: own,
    side: patient.side,
    ...(today >= patient.start + course.chosenOn ? { treatment: course.treatment } : {}),
    patient: {
      number,
      givenName: patient.givenName,
      familyName: patient.familyName,
      birthDate: patient.birthDate,
      sex: patient.sex,
      language: patient.language,
      ...(patient.email ? { email: patient.email } : {}),
      ...(patient.phone ? { phone: patient.phone } : {}),
    },
  }
}
