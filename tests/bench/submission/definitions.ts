import {
  checkDefinitions,
  type Definitions,
  problemLine,
} from '../../../core/definitions/definitions-check.ts'
import type { Answers } from '../../../core/response.ts'

/** The questionnaire of the bench: ten items of 0 to 4, two scores (a sum and a mean) and one alert rule. */
export const INSTRUMENT = 'bench-ten'
export const OUTCOME_SET = 'bench'
export const MOMENT = 'now'
export const ALERT = 'last-item'

const keys = Array.from({ length: 10 }, (_, index) => `item_${index + 1}`)
const values = [0, 1, 2, 3, 4]
const words = (text: string) => ({ nl: text, en: text })
const own = { sources: ['Written for the bench'], version: 1 }

/** The answers of one patient: different for each, and known to whoever counts afterwards. */
export const answersOf = (patient: number): Answers =>
  Object.fromEntries(keys.map((key, place) => [key, (patient * 7 + place * 3 + ((patient >> 3) % 5)) % 5]))

/** The same answers as a patient gives them: in three goes. */
export function inThreeGoes(answers: Answers): [Answers, Answers, Answers] {
  const entries = Object.entries(answers)
  const part = (from: number, to: number) => Object.fromEntries(entries.slice(from, to))
  return [part(0, 4), part(4, 7), part(7, 10)]
}

const last = keys.at(-1) ?? ''

/** What a response with these answers must leave behind: worked out here on its own, not by the program. */
export function expectedOf(answers: Answers): { sum: number; mean: number; alert: boolean } {
  const numbers = keys.map((key) => Number(answers[key]))
  const total = (part: number[]) => part.reduce((sum, value) => sum + value, 0)
  return {
    sum: total(numbers.slice(0, 5)),
    mean: total(numbers.slice(5)) / 5,
    alert: answers[last] === 4,
  }
}

const allOf = (value: number): Answers => Object.fromEntries(keys.map((key) => [key, value]))

const scale = (id: string, items: string[], method: object, high: number) => ({
  id,
  scoringVersion: 1,
  title: words(id),
  domain: 'pain',
  items,
  method,
  range: [0, high],
  direction: 'higher-is-worse',
  directionWords: words('higher = worse'),
  decimals: 1,
})

const instrument = {
  id: INSTRUMENT,
  ...own,
  title: words('Ten items'),
  about: words('Ten items for the bench'),
  kind: 'own',
  licence: { class: 'own', owner: 'Uitkomst', electronicAllowed: true, modificationsAllowed: true },
  recall: words('now'),
  minutes: 2,
  items: keys.map((key) => ({ key, kind: 'choice', values, label: words(key), higherIs: 'worse' })),
  form: {
    title: words('Ten items'),
    pages: [
      {
        name: 'page',
        elements: keys.map((name) => ({
          type: 'radiogroup',
          name,
          title: words(name),
          isRequired: true,
          choices: values.map((value) => ({ value, text: words(String(value)) })),
        })),
      },
    ],
  },
  scales: [
    scale('first_half', keys.slice(0, 5), { kind: 'sum' }, 20),
    scale('second_half', keys.slice(5), { kind: 'mean', minAnswered: { count: 3 } }, 4),
  ],
  examples: [
    { title: 'all ones', answers: allOf(1), scores: { first_half: 5, second_half: 1 } },
    { title: 'all fours', answers: allOf(4), scores: { first_half: 20, second_half: 4 } },
    { title: 'nothing answered', answers: {}, scores: { first_half: null, second_half: null } },
  ],
}

const outcomeSet = {
  id: OUTCOME_SET,
  ...own,
  title: words('Bench'),
  about: words('An outcome set for the bench'),
  patientGroup: { title: words('Nobody'), include: [{ system: 'bench', code: '1' }], laterality: 'none' },
  domains: [{ id: 'pain', title: words('Pain') }],
  instruments: [{ id: INSTRUMENT, version: 1 }],
  measures: ['first_half', 'second_half'].map((id) => ({
    id: id.replace('_', '-'),
    title: words(id),
    reporter: 'patient',
    kind: 'scale',
    instrument: INSTRUMENT,
    scale: id,
  })),
  carePath: {
    version: 1,
    stages: [
      {
        id: 'care',
        title: words('Care'),
        goal: words('Care'),
        patientText: words('Care'),
        entry: words('Start'),
        exit: words('End'),
        norm: 'P1Y',
        role: 'nurse',
        activities: [{ code: 'visit', title: words('Visit'), role: 'nurse', minutes: 10, required: true }],
      },
    ],
  },
  appointmentKinds: [{ id: 'visit', title: words('Visit') }],
  stageRules: [],
  treatmentOptions: [{ id: 'none', title: words('None'), about: words('None') }],
  moments: [
    {
      id: MOMENT,
      title: words('Now'),
      anchor: { kind: 'enrolment' },
      opens: 'P0D',
      due: 'P7D',
      closes: 'P30D',
      linkDead: 'P60D',
      instruments: [INSTRUMENT],
    },
  ],
  alerts: [
    {
      id: ALERT,
      title: words('Highest answer'),
      when: { kind: 'item', instrument: INSTRUMENT, item: last, op: '>=', value: 4 },
      severity: 'attention',
      respondWithin: 'P2D',
      role: 'nurse',
    },
  ],
  roles: [{ id: 'nurse', title: words('Nurse') }],
  caseMix: [],
}

/** Both definitions, through the same check as the files in `surveys/`. */
export function benchDefinitions(): Definitions {
  const check = checkDefinitions([
    { path: `instruments/${INSTRUMENT}.json`, json: instrument },
    { path: `outcome-sets/${OUTCOME_SET}.json`, json: outcomeSet },
  ])
  if (!check.ok) throw new Error(check.problems.map(problemLine).join('\n'))
  return check.definitions
}
