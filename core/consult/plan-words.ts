import type { Words } from '../words.ts'
import type { Companion } from './individual-plan.ts'

type PlanWords = {
  plan: string
  matters: string
  options: string
  became: string
  reason: string
  tookPart: string
  companions: Record<Companion, string>
}

/** What the parts of an individual plan are called, on the page and on paper. */
export const planPartWords = {
  nl: {
    plan: 'Individueel plan',
    matters: 'Wat telt voor de patiënt',
    options: 'Overwogen',
    became: 'Gekozen',
    reason: 'Waarom',
    tookPart: 'Wie erbij was',
    companions: {
      partner: 'partner',
      child: 'zoon of dochter',
      family: 'andere familie',
      friend: 'vriend of buur',
      carer: 'mantelzorger',
      interpreter: 'tolk',
    },
  },
  en: {
    plan: 'Individual plan',
    matters: 'What matters to the patient',
    options: 'Considered',
    became: 'Chosen',
    reason: 'Why',
    tookPart: 'Who took part',
    companions: {
      partner: 'partner',
      child: 'son or daughter',
      family: 'other family',
      friend: 'friend or neighbour',
      carer: 'carer',
      interpreter: 'interpreter',
    },
  },
} satisfies Words<PlanWords>
