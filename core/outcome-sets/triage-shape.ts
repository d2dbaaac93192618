import { z } from 'zod'
import { type DefinitionProblem, problem } from '../problem.ts'
import { idShape, keyShape, titleShape } from '../shapes.ts'
import { namesOf } from './name-problems.ts'
import type { OutcomeSet } from './outcome-set.ts'
import { changeRuleShape, scaleRuleShape } from './rule-shape.ts'

const ruleShape = z.strictObject({
  id: idShape,
  /** Why, for who decides: "pain 5 or more". */
  title: titleShape,
  when: z.discriminatedUnion('kind', [scaleRuleShape, changeRuleShape]),
})

/**
 * Visit triage, a module that a set switches on by having this: which visits could go by telephone or be left out. It
 * only proposes; an open alert, "this cannot wait" and what a red rule says always mean a visit.
 */
export const triageShape = z.strictObject({
  /** No other visit is ever proposed to be left out. */
  appointmentKinds: z.array(idShape).min(1),
  /** The question in which the patient says what they would like, and what its values mean. */
  wish: z.strictObject({
    instrument: idShape,
    item: keyShape,
    visit: z.number(),
    phone: z.number(),
    skip: z.number(),
  }),
  /** One is enough: this patient comes. */
  red: z.array(ruleShape).min(1),
  /** One is enough: at least a telephone call. */
  yellow: z.array(ruleShape),
})

export type TriageModule = z.infer<typeof triageShape>
export type TriageRule = TriageModule['red'][number]

/** Names in the module that are not there, and a wish that nobody is asked. */
export function triageProblems(set: OutcomeSet): DefinitionProblem[] {
  const { triage } = set
  if (!triage) return []
  const kinds = namesOf('appointment', set.appointmentKinds)
  const instruments = namesOf('instrument', set.instruments)
  const isAsked = set.moments.some((moment) => moment.instruments.includes(triage.wish.instrument))
  const nl =
    'deze vragenlijst wordt op geen meetmoment gevraagd; vraag haar vóór de afspraken waar het om gaat'
  const en = 'this questionnaire is asked at no moment; ask it before the visits that it is about'
  return [
    ...triage.appointmentKinds.flatMap((id, k) => kinds(id, ['triage', 'appointmentKinds', k])),
    ...(['red', 'yellow'] as const).flatMap((level) =>
      triage[level].flatMap(({ when }, r) =>
        instruments(when.instrument, ['triage', level, r, 'when', 'instrument']),
      ),
    ),
    ...(isAsked ? [] : [problem(['triage', 'wish', 'instrument'], nl, en)]),
  ]
}
