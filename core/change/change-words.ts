// No imports at run time: pages say what changed too.

import type { Language, Words } from '../words.ts'
import type { Change, ChangeReason } from './change.ts'

type Sizes = { delta: string; error: string; threshold: string }

const words = {
  nl: {
    better: ({ delta, error, threshold }: Sizes) =>
      `Duidelijk beter: een verschil van ${delta}, meer dan de meetfout (${error}) en genoeg om voor patiënten belangrijk te zijn (${threshold}).`,
    worse: ({ delta, error, threshold }: Sizes) =>
      `Duidelijk slechter: een verschil van ${delta}, meer dan de meetfout (${error}) en genoeg om voor patiënten belangrijk te zijn (${threshold}).`,
    withinError: ({ delta, error }: Sizes) =>
      `Geen duidelijke verandering: een verschil van ${delta} valt binnen de meetfout (${error}).`,
    belowThreshold: ({ delta, threshold }: Sizes) =>
      `Geen duidelijke verandering: een verschil van ${delta} is minder dan patiënten belangrijk vinden (${threshold}).`,
    noThreshold: ({ delta, error }: Sizes) =>
      `Geen duidelijke verandering: een verschil van ${delta} is meer dan de meetfout (${error}), maar van welk verschil patiënten iets merken, is niet bekend.`,
    noDifference: 'Geen duidelijke verandering: de score is gelijk gebleven.',
    noScore: 'Niet te vergelijken: er is geen score.',
    otherView: 'Niet te vergelijken: de ene keer antwoordde de patiënt, de andere keer iemand anders.',
    otherVersion: 'Niet te vergelijken: er is tussendoor op een andere manier geteld.',
    noError: 'Niet te zeggen of dit een verandering is: de meetfout is niet bekend.',
  },
  en: {
    better: ({ delta, error, threshold }: Sizes) =>
      `Clearly better: a difference of ${delta}, more than the measurement error (${error}) and enough to matter to patients (${threshold}).`,
    worse: ({ delta, error, threshold }: Sizes) =>
      `Clearly worse: a difference of ${delta}, more than the measurement error (${error}) and enough to matter to patients (${threshold}).`,
    withinError: ({ delta, error }: Sizes) =>
      `No clear change: a difference of ${delta} lies within the measurement error (${error}).`,
    belowThreshold: ({ delta, threshold }: Sizes) =>
      `No clear change: a difference of ${delta} is less than what matters to patients (${threshold}).`,
    noThreshold: ({ delta, error }: Sizes) =>
      `No clear change: a difference of ${delta} is more than the measurement error (${error}), but which difference patients notice is not known.`,
    noDifference: 'No clear change: the score stayed the same.',
    noScore: 'Cannot be compared: there is no score.',
    otherView: 'Cannot be compared: the patient answered one time, and somebody else the other time.',
    otherVersion: 'Cannot be compared: it was scored in another way in between.',
    noError: 'Nobody can say whether this is a change: the measurement error is not known.',
  },
} satisfies Words<unknown>

type Say = (typeof words)['nl']

/** What a change is and why. Sizes in the scale's own units. What of them nobody has checked, `sayUnverified` says. */
export function changeSentence(change: Change, language: Language, decimals: number): string {
  const say = words[language]
  const size = (value: number | null) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: Math.max(1, decimals) }).format(
      Math.abs(value ?? 0),
    )
  const sizes = { delta: size(change.delta), error: size(change.error), threshold: size(change.threshold) }
  return verdict(say, change, sizes)
}

function verdict(say: Say, { kind, delta, reasons }: Change, sizes: Sizes): string {
  if (kind === 'no-clear-change' && delta === 0) return say.noDifference
  if (kind === 'better') return say.better(sizes)
  if (kind === 'worse') return say.worse(sizes)
  if (kind === 'no-clear-change') return notClear(say, reasons)(sizes)
  if (reasons.includes('not-scored')) return say.noScore
  if (reasons.includes('other-view')) return say.otherView
  return reasons.includes('other-scoring-version') ? say.otherVersion : say.noError
}

function notClear(say: Say, reasons: readonly ChangeReason[]) {
  if (reasons.includes('within-measurement-error')) return say.withinError
  return reasons.includes('below-threshold') ? say.belowThreshold : say.noThreshold
}
