import type { Localised } from '../words.ts'
import { fieldName } from './fields.ts'
import type { Step } from './structural.ts'
import type { Titles } from './titles.ts'

/** Where something stands, in words: "Meetmoment “Intake” › opent". Lists that only hold others are left out. */
export function trail(path: readonly Step[], titles: Titles, under: Localised | null): Localised {
  const meant = path.filter((step, place) => !isHolding(step) || place === path.length - 1)
  const said = meant.filter((step) => typeof step === 'string' || step.list !== 'pages')
  const inLanguage = (language: 'nl' | 'en') => {
    const steps = said.map((step) => stepWords(step, titles, language))
    const all = [...(under ? [`“${under[language]}”`] : []), ...steps].join(' › ')
    return all.charAt(0).toUpperCase() + all.slice(1)
  }
  return { nl: inLanguage('nl'), en: inLanguage('en') }
}

const HOLDING: readonly Step[] = ['form', 'carePath', 'licence', 'when']
const isHolding = (step: Step) => HOLDING.includes(step)

function stepWords(step: Step, titles: Titles, language: 'nl' | 'en'): string {
  if (typeof step === 'string') return fieldName(step)[language]
  const title = titles.of(step.list, step.name)?.[language]
  const name = title === undefined && /^\d+$/.test(step.name) ? step.name : `“${title ?? step.name}”`
  return `${fieldName(step.list)[language]} ${name}`
}
