import { moveDate } from '../../../core/time/dates.ts'
import { inventCourse } from '../../demo/course.ts'
import { inventPerson, type Person } from '../../demo/names.ts'
import { type Chance, chanceOf } from '../../demo/random.ts'

/** Somebody invented, and how it goes with them: all that the rows of a care path follow from. */
export type Life = Person & {
  number: string
  birthDate: string
  language: 'nl' | 'en'
  side: 'left' | 'right'
  treatment: string
  /** Instant at which the planning system sends the visits. */
  knownAt: string
  visits: { number: string; kind: string; startsAt: string }[]
  /** How heavy the complaints are (0 none … 1 the worst) at an instant. */
  burden(at: string): number
  /** Whether an assessment is answered. */
  answers(): boolean
  chance: Chance
}

/** The share of assessments that are answered. */
const ANSWERED = 0.8
const DAY_MS = 86_400_000
/** Days between the message of the planning system and the first visit. */
const AHEAD = 21

/** The life of the patient with this number, whose first visit is on `first` (ISO date). The same number lives the same life. */
export function inventLife(number: string, first: string): Life {
  const chance = chanceOf(`generated ${number}`)
  const { visits, treatment, burden } = inventCourse('hip-knee-osteoarthritis', chance)
  const start = Date.parse(`${first}T08:00:00.000Z`)
  const age = Math.round(Math.min(92, Math.max(30, chance.around(67, 10))))
  const two = (of: number) => String(of).padStart(2, '0')
  return {
    ...inventPerson(chance, 0.6),
    number,
    birthDate: `${Number(first.slice(0, 4)) - age}-${two(chance.whole(1, 12))}-${two(chance.whole(1, 28))}`,
    language: chance.happens(0.07) ? 'en' : 'nl',
    side: chance.pick(['left', 'right']),
    treatment,
    knownAt: `${moveDate(first, `-P${AHEAD}D`)}T09:00:00.000Z`,
    visits: visits.map(({ kind, day }, place) => ({
      number: `${number}-${place}`,
      kind,
      startsAt: `${moveDate(first, `P${day}D`)}T08:00:00.000Z`,
    })),
    burden: (at) => burden((Date.parse(at) - start) / DAY_MS),
    answers: () => chance.happens(ANSWERED),
    chance,
  }
}
