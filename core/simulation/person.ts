import type { OutcomeSet } from '../outcome-sets/outcome-set.ts'
import { BIRTH_DATE } from '../outcome-sets/patient-dates.ts'
import type { Sample } from './life.ts'

/** What a set wants to know of somebody before it can say what they are asked. */
export type PersonAsked = {
  hasSexes: boolean
  hasBirthDate: boolean
  /** Other dates, by their names. */
  dates: string[]
  scales: { instrument: string; scale: string }[]
}

export const scaleKey = (instrument: string, scale: string) => `${instrument} ${scale}`

/** On what of a patient, and of their answers, the moments of a set hang. */
export function personAsked({ moments }: Pick<OutcomeSet, 'moments'>): PersonAsked {
  const names = moments.flatMap(({ anchor }) => (anchor.kind === 'patient-date' ? [anchor.name] : []))
  const limits = moments.flatMap(({ ifScores = [] }) => ifScores)
  return {
    hasSexes: moments.some(({ sexes }) => sexes !== undefined),
    hasBirthDate: names.includes(BIRTH_DATE) || moments.some(({ age }) => age !== undefined),
    dates: [...new Set(names)].filter((name) => name !== BIRTH_DATE),
    scales: [
      ...new Map(
        limits.map(({ instrument, scale }) => [scaleKey(instrument, scale), { instrument, scale }]),
      ).values(),
    ],
  }
}

/** What the sample patient scores with these questionnaires. */
export const scoresOf = ({ scores }: Pick<Sample, 'scores'>, instruments: readonly string[]) =>
  Object.entries(scores).flatMap(([key, value]) => {
    const [instrument = '', scale = ''] = key.split(' ')
    return instruments.includes(instrument) ? [{ instrument, scale, value }] : []
  })
