import type { ScoreToCompare } from './change.ts'
import { type ChangeSummary, type CohortRow, people, summarise, summariseChange } from './cohort.ts'
import { type Estimate, shareWithInterval } from './intervals.ts'
import type { Scale } from './scale.ts'
import type { SimilarModule } from './similar-shape.ts'
import { hiddenCells, isTellable } from './small-groups.ts'
import type { Localised } from './words.ts'

/** Somebody with a first score and a chosen treatment. Age in completed years when the first score was given. */
export type Candidate = {
  person: string
  enrolment: string
  option: string
  age: number
  sex: string
  /** Instant of the first score. */
  at: string
  first: number
}

/** Whom the others are to resemble. */
export type Index = { person: string; age: number; sex: string; first: number }

/** From and up to which age and first score somebody is alike, both ends included, and of which sex; null for any. */
export type Reach = { ages: readonly [number, number]; firsts: readonly [number, number]; sex: string | null }

/** Ages are taken in steps of so many years. */
const AGE_STEP = 5

/**
 * Who counts as like the index patient, on a scale with this range. Steps instead of the very age and score: were every patient the middle of a
 * group of their own, two groups would often differ by one person, and what is told of both would tell of that one.
 */
export function reachOf(
  { age, first, sex }: Index,
  { years, within, sameSex }: SimilarModule['match'],
  [lowest, highest]: readonly [number, number],
): Reach {
  const [middle, score] = [nearest(age, AGE_STEP), nearest(first, within / 2)]
  return {
    ages: [Math.max(0, middle - years), middle + years],
    firsts: [Math.max(lowest, score - within), Math.min(highest, score + within)],
    sex: sameSex ? sex : null,
  }
}

const nearest = (value: number, step: number) => Math.round(value / step) * step

/** Those within reach; never the index patient, whatever other care path they are on. */
export const alike = (candidates: readonly Candidate[], { person }: Index, reach: Reach): Candidate[] =>
  candidates.filter(
    (one) =>
      one.person !== person &&
      isWithin(one.age, reach.ages) &&
      isWithin(one.first, reach.firsts) &&
      (reach.sex === null || one.sex === reach.sex),
  )

const isWithin = (value: number, [from, until]: readonly [number, number]) => from <= value && value <= until

/** How those alike fared with one treatment on one scale. */
export type Fared = {
  option: string
  /** Share 0–1 of those whose time had come that answered; null for too few people. */
  response: number | null
  change: ChangeSummary | null
  /** Share 0–1 that is clearly better, with its 95 % interval; null where it may not be told. */
  better: Estimate | null
}

export type SimilarFigures = {
  /** How many people are alike; null below the smallest group: then nothing else is told. */
  people: number | null
  /** By treatment, in the order of the set; null where the group is too small to tell. */
  chose: { option: string; people: number | null }[]
  outcomes: { id: string; rows: Fared[] }[]
  /** First days of the first and the last month in which their first scores were given. */
  period: { from: string; until: string } | null
}

/** What is read of one outcome of the module: every later measurement, and first scores by enrolment. */
export type Followed = {
  id: string
  scale: Pick<Scale, 'direction' | 'error' | 'thresholds' | 'bands' | 'range'>
  rows: readonly CohortRow[]
  baseline: ReadonlyMap<string, ScoreToCompare>
}

/** Sums up what people alike chose and how they fared; `options` in the order in which they are shown. */
export function similarFigures(
  group: readonly Candidate[],
  options: readonly string[],
  followed: readonly Followed[],
): SimilarFigures {
  const all = new Set(group.map(({ person }) => person)).size
  const groups = options.map((option) => {
    const own = group.filter((one) => one.option === option)
    return { option, enrolments: new Set(own.map(({ enrolment }) => enrolment)), people: peopleIn(own) }
  })
  const chosen = groups.filter((one) => one.people > 0)
  const hidden = hiddenCells(chosen.map((one) => one.people))
  if (!isTellable(all)) return { people: null, chose: [], outcomes: [], period: null }
  const months = group.map(({ at }) => `${at.slice(0, 7)}-01`).toSorted()
  return {
    people: all,
    chose: chosen.map((one, place) => ({ option: one.option, people: hidden[place] ? null : one.people })),
    outcomes: followed.map((outcome) => ({
      id: outcome.id,
      rows: chosen.map(({ option, enrolments }, place) =>
        hidden[place] ? { option, ...untold } : { option, ...fared(outcome, enrolments) },
      ),
    })),
    period: { from: months[0] as string, until: months.at(-1) as string },
  }
}

const peopleIn = (group: readonly Candidate[]) => new Set(group.map(({ person }) => person)).size

/** Of a group that is hidden nothing else may be told either: its numbers would give it away. */
const untold = { response: null, change: null, better: null }

function fared({ scale, rows, baseline }: Followed, enrolments: ReadonlySet<string>): Omit<Fared, 'option'> {
  const own = rows.filter(({ enrolment }) => enrolments.has(enrolment))
  const change = people(own) > 0 ? summariseChange(scale, own, baseline) : null
  const share = change?.shares?.shares[0] ?? null
  return {
    response: summarise(scale, own).response,
    change,
    better: change && share !== null ? shareWithInterval(Math.round(share * change.n), change.n) : null,
  }
}

/** What the page of a patient shows of people like them. */
export type Similar = {
  intendedPurpose: Localised
  measure: { title: Localised; decimals: number }
  /** Null while the patient has no first score to compare by. */
  found: { reach: Reach; figures: SimilarFigures } | null
  options: { id: string; title: Localised }[]
  outcomes: { id: string; title: Localised }[]
}
