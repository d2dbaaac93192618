import { questionCapShape } from '../../outcome-sets/question-cap-shape.ts'
import { both, choicesIn } from '../fields.ts'
import type { Single } from '../part.ts'

export const questionCap: Single = {
  title: both('Hoogstens zoveel vragen per dag', 'At most so many questions a day'),
  about: both(
    'Telt over alle zorgpaden van een patiënt samen.',
    'Counts over all care paths of a patient together.',
  ),
  read: ({ questionCap }) => questionCap ?? null,
  write: ({ questionCap: _, ...set }, draft) =>
    draft ? { ...set, questionCap: draft as unknown as NonNullable<typeof _> } : set,
  fresh: () => ({ perDay: 60, beyond: 'wait' }),
  shape: questionCapShape,
  fields: () => [
    {
      kind: 'number',
      at: 'perDay',
      min: 1,
      max: 500,
      step: 1,
      label: both('Vragen per dag', 'Questions a day'),
      hint: both(
        'Minstens zoveel als het langste meetmoment vraagt.',
        'At least as many as the longest moment asks.',
      ),
    },
    {
      kind: 'one',
      at: 'beyond',
      label: both('Wat daarboven komt', 'What is beyond'),
      choices: choicesIn({
        wait: both('Wacht op een dag met ruimte', 'Waits for a day with room'),
        'leave-out': both('Wordt niet gevraagd', 'Is not asked'),
      }),
    },
  ],
  line: (draft) => both(`${Number(draft.perDay)} vragen per dag`, `${Number(draft.perDay)} questions a day`),
}
