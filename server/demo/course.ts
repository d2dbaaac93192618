import type { Chance } from './random.ts'

/** One planned visit, in days after the first one. */
export type Visit = { kind: string; day: number }

/**
 * How it goes with one invented patient: which visits, which treatment and when it was chosen, and how heavy the
 * complaints are (0 none … 1 the worst) on any day after the first visit.
 */
export type Course = {
  visits: Visit[]
  treatment: string
  chosenOn: number
  burden(day: number): number
}

const clamp = (value: number) => Math.min(0.98, Math.max(0.02, value))

/** From one level to another within `days`, quickly at first. */
const recovery = (from: number, to: number, days: number, since: number) =>
  since <= 0 ? from : to + (from - to) * Math.exp((-3 * since) / days)

function jointCourse(chance: Chance): Course {
  const start = clamp(chance.around(0.62, 0.12))
  if (chance.happens(0.42)) {
    const end = clamp(start - chance.around(0.14, 0.12))
    return {
      visits: [
        { kind: 'intake', day: 0 },
        { kind: 'physiotherapy', day: chance.whole(10, 25) },
        { kind: 'check-up', day: chance.whole(85, 100) },
      ],
      treatment: 'conservative',
      chosenOn: 0,
      burden: (day) => recovery(start, end, 180, day),
    }
  }
  const surgery = chance.whole(55, 95)
  // About one in twelve is not better after a year.
  const end = chance.happens(0.08) ? clamp(start + chance.around(0, 0.08)) : clamp(chance.around(0.2, 0.1))
  const talk = chance.whole(14, 28)
  return {
    visits: [
      { kind: 'intake', day: 0 },
      { kind: 'decision-talk', day: talk },
      { kind: 'pre-assessment', day: surgery - chance.whole(14, 25) },
      { kind: 'surgery', day: surgery },
      { kind: 'check-up', day: surgery + chance.whole(42, 56) },
      { kind: 'check-up', day: surgery + chance.whole(350, 380) },
    ],
    treatment: chance.pick([
      'hip-replacement',
      'knee-replacement',
      'knee-replacement',
      'partial-knee-replacement',
    ]),
    chosenOn: talk,
    burden: (day) => (day < surgery ? start : recovery(clamp(start + 0.08), end, 200, day - surgery)),
  }
}

function breastCourse(chance: Chance): Course {
  const start = clamp(chance.around(0.3, 0.12))
  const surgery = chance.whole(21, 42)
  const peak = clamp(start + chance.around(0.25, 0.08))
  const end = chance.happens(0.15) ? clamp(start + 0.2) : clamp(chance.around(0.22, 0.08))
  const radiotherapy = chance.happens(0.65)
  const talk = chance.whole(8, 12)
  return {
    visits: [
      { kind: 'breast-clinic', day: 0 },
      { kind: 'treatment-talk', day: talk },
      { kind: 'surgery', day: surgery },
      { kind: 'result-talk', day: surgery + chance.whole(8, 12) },
      ...(radiotherapy ? [{ kind: 'radiotherapy', day: surgery + chance.whole(35, 50) }] : []),
      { kind: 'check-up', day: surgery + chance.whole(170, 195) },
      { kind: 'check-up', day: surgery + chance.whole(355, 375) },
    ],
    treatment: chance.pick([
      'breast-conserving',
      'breast-conserving',
      'breast-conserving',
      'mastectomy',
      'mastectomy-direct-reconstruction',
    ]),
    chosenOn: talk,
    burden: (day) => (day < surgery ? start : recovery(peak, end, 300, day - surgery)),
  }
}

const courses: Record<string, (chance: Chance) => Course> = {
  'hip-knee-osteoarthritis': jointCourse,
  'breast-cancer': breastCourse,
}

export function inventCourse(outcomeSet: string, chance: Chance): Course {
  const make = courses[outcomeSet]
  if (!make) throw new Error(`The demo has no course for ${outcomeSet}`)
  return make(chance)
}
