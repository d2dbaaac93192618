import { fold } from '../../core/words/fold.ts'
import { type Course, inventCourse } from './course.ts'
import { inventPerson, type Person } from './names.ts'
import type { SeededTeam } from './people.ts'
import { type Chance, chanceOf } from './random.ts'

/** An invented patient of a team: who it is, when it begins, how it goes. */
export type DemoPatient = Person & {
  number: string
  team: SeededTeam
  birthDate: string
  email: string | null
  phone: string | null
  language: 'nl' | 'en'
  side: 'left' | 'right'
  /** The day of the first visit, counted from the first day of the history. */
  start: number
  course: Course
  /** How much more or less this person is inclined to answer than others of the team. */
  inclination: number
  /** How heavy one kind of complaint is compared with the others. */
  leaning(instrument: string, item: string): number
}

export type Size = { days: number; patientsPerTeam: number }

/** Few begin in the last weeks of the history, so that nearly everybody has a past. */
const LAST_START = 20

/** `begin` is the ISO date of the first day of the history. */
export const inventPatients = (teams: readonly SeededTeam[], begin: string, size: Size): DemoPatient[] =>
  teams.flatMap((team) =>
    Array.from({ length: crowdOf(team, size) }, (_, place) => inventPatient(team, place, begin, size)),
  )

const crowdOf = ({ crowd }: SeededTeam, { patientsPerTeam }: Size) => Math.round(crowd * patientsPerTeam)

function inventPatient(team: SeededTeam, place: number, begin: string, size: Size): DemoPatient {
  const chance = chanceOf(`${team.key} ${place}`)
  const person = inventPerson(chance, team.shareOfWomen)
  const number = `${team.key.startsWith('vaart') ? 10 : 20}${team.key.endsWith('joints') ? 1 : 2}${String(place).padStart(4, '0')}`
  const age = Math.round(Math.min(91, Math.max(32, chance.around(team.age.mean, team.age.spread))))
  const born = (year: number) => `${year}-${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}`
  const address = `${fold(`${person.givenName} ${person.familyName}`).replaceAll(' ', '.')}.${number}@patient.example`
  return {
    ...person,
    number,
    team,
    birthDate: born(Number(begin.slice(0, 4)) - age),
    email: chance.happens(age > 78 ? 0.75 : 0.95) ? address : null,
    phone: place % 9 === 4 ? null : `06 00${two(place % 100)} ${number.slice(-4)}`,
    language: chance.happens(0.07) ? 'en' : 'nl',
    side: chance.pick(['left', 'right']),
    start: Math.floor((place / crowdOf(team, size)) * (size.days - LAST_START)) + chance.whole(0, 6),
    course: inventCourse(team.outcomeSet, chance),
    inclination: (age > 75 ? 0.75 : 1) * (chance.happens(0.12) ? 0.2 : 1.12),
    leaning: leaningOf(chance),
  }
}

const two = (number: number) => String(number).padStart(2, '0')

function leaningOf(chance: Chance): DemoPatient['leaning'] {
  const kept = new Map<string, number>()
  return (instrument, item) => {
    const key = `${instrument} ${item}`
    const leaning = kept.get(key) ?? chance.around(0, 0.09)
    kept.set(key, leaning)
    return leaning
  }
}
