import { z } from 'zod'
import { idShape, keyShape, localisedShape } from '../shapes.ts'
import type { OutcomeSet } from './outcome-set.ts'
import type { DefinitionProblem } from './outcome-set-problems.ts'
import { changeRuleShape, scaleRuleShape } from './rule-shape.ts'

const ruleShape = z.strictObject({
  id: idShape,
  /** Why, for who decides: "pain 5 or more". */
  title: localisedShape,
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
export function triageProblems({
  triage,
  appointmentKinds,
  instruments,
  moments,
}: OutcomeSet): DefinitionProblem[] {
  if (!triage) return []
  const has = (list: readonly { id: string }[], id: string) => list.some((one) => one.id === id)
  const { wish } = triage
  const unknown = (path: (string | number)[], what: string, id: string) => ({
    path: ['triage', ...path],
    message: `there is no ${what} "${id}" in this set`,
  })
  return [
    ...triage.appointmentKinds.flatMap((id, k) =>
      has(appointmentKinds, id) ? [] : [unknown(['appointmentKinds', k], 'appointment kind', id)],
    ),
    ...(['red', 'yellow'] as const).flatMap((level) =>
      triage[level].flatMap(({ when }, r) =>
        has(instruments, when.instrument)
          ? []
          : [unknown([level, r, 'when', 'instrument'], 'instrument', when.instrument)],
      ),
    ),
    ...(moments.some((moment) => moment.instruments.includes(wish.instrument))
      ? []
      : [
          {
            path: ['triage', 'wish', 'instrument'],
            message: `"${wish.instrument}" is asked at no moment; ask it before the visits that it is about`,
          },
        ]),
  ]
}
