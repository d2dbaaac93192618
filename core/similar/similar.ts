import type { ScoreToCompare } from '../change/change.ts'
import { hiddenCells, isTellable } from '../disclosure/small-groups.ts'
import { type ChangeSummary, type CohortRow, people, summarise, summariseChange } from '../figures/cohort.ts'
import type { Scale } from '../instruments/scale.ts'
import type { SimilarModule } from '../outcome-sets/similar-shape.ts'
import { type Estimate, shareWithInterval } from '../statistics/intervals.ts'
import type { Localised } from '../words.ts'

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
  /** Somebody else gave it for the patient: another view. */
  byProxy: boolean
}

/** Whom the others are to resemble. */
export type Index = Pick<Candidate, 'person' | 'age' | 'sex' | 'first' | 'byProxy'>

/**
 * Who is alike: ages in completed years, both ends included; first scores from the lower end up to the upper one, which
 * belongs to it only at the end of the scale; of which sex, null for any.
 */
export type Reach = { ages: readonly [number, number]; firsts: readonly [number, number]; sex: string | null }

/**
 * The cell in which the index patient is. Cells do not overlap: were every patient the middle of a group of their own,
 * two groups would differ by a few people, and what is told of both would tell of those.
 */
export function reachOf(
  { age, first, sex }: Index,
  { years, width, sameSex }: SimilarModule['match'],
  [lowest, highest]: readonly [number, number],
): Reach {
  const youngest = Math.floor(age / years) * years
  const cells = Math.max(1, Math.ceil((highest - lowest) / width))
  const from = lowest + Math.min(cells - 1, Math.floor((first - lowest) / width)) * width
  return {
    ages: [youngest, youngest + years - 1],
    firsts: [from, Math.min(highest, from + width)],
    sex: sameSex ? sex : null,
  }
}

/** Those in the same cell whose first score is of the same view, each person once, by their oldest first score; never the index patient, whatever other path they are on. */
export function alike(
  candidates: readonly Candidate[],
  { person, byProxy }: Index,
  { ages, firsts, sex }: Reach,
  highest: number,
): Candidate[] {
  const [from, until] = firsts
  const fitting = candidates.filter(
    (one) =>
      one.person !== person &&
      one.byProxy === byProxy &&
      ages[0] <= one.age &&
      one.age <= ages[1] &&
      from <= one.first &&
      (one.first < until || until === highest) &&
      (sex === null || one.sex === sex),
  )
  const latestFirst = fitting.toSorted((a, b) => (a.at < b.at ? 1 : -1))
  return [...new Map(latestFirst.map((one) => [one.person, one])).values()]
}

/**
 * What is told changes twice a year and not in between: with each answer that came in, two looks would tell of one
 * person. Gives the instant up to which is counted.
 */
export const countedUntil = (now: string): string =>
  `${now.slice(0, 4)}-${now.slice(5, 7) < '07' ? '01' : '07'}-01T00:00:00.000Z`

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
}

/** What is read of one outcome of the module: every later measurement, and first scores by enrolment. */
export type Followed = {
  id: string
  scale: Pick<Scale, 'direction' | 'error' | 'thresholds' | 'bands' | 'range'>
  rows: readonly CohortRow[]
  baseline: ReadonlyMap<string, ScoreToCompare>
}

/** Sums up what people alike (each once) chose and how they fared; `options` in the order in which they are shown. */
export function similarFigures(
  group: readonly Candidate[],
  options: readonly string[],
  followed: readonly Followed[],
): SimilarFigures {
  if (!isTellable(group.length)) return { people: null, chose: [], outcomes: [] }
  const groups = options.map((option) => {
    const own = group.filter((one) => one.option === option)
    return { option, enrolments: new Set(own.map(({ enrolment }) => enrolment)) }
  })
  const chosen = groups.filter(({ enrolments }) => enrolments.size > 0)
  const hidden = hiddenCells(chosen.map(({ enrolments }) => enrolments.size))
  return {
    people: group.length,
    chose: chosen.map(({ option, enrolments }, place) => ({
      option,
      people: hidden[place] ? null : enrolments.size,
    })),
    outcomes: followed.map((outcome) => ({
      id: outcome.id,
      rows: chosen.map(({ option, enrolments }, place) =>
        hidden[place] ? { option, ...untold } : { option, ...fared(outcome, enrolments) },
      ),
    })),
  }
}

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

/** Whether each of better, same and worse is a group too small to tell: then nothing is left to show. */
export const isAllTogether = ({ shares }: { shares: readonly (number | null)[] }): boolean =>
  shares.every((share) => share === null || share === 0)

/** What the page of a patient shows of people like them. */
export type Similar = {
  intendedPurpose: Localised
  measure: { title: Localised; decimals: number }
  /** Null while the patient has no first score to compare by. */
  found: { reach: Reach; figures: SimilarFigures } | null
  /** Instants from and until which first scores count. */
  period: { from: string; until: string }
  options: { id: string; title: Localised }[]
  outcomes: { id: string; title: Localised }[]
}
