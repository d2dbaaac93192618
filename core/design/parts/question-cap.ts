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
      kind: 'number',
      at: 'perVisit',
      min: 1,
      max: 500,
      step: 1,
      optional: true,
      label: both('Vragen voor één afspraak', 'Questions before one visit'),
      hint: both(
        'Leeg: geen grens. Telt alle meetmomenten voor dezelfde afspraak samen, ook die op een andere dag opengaan. Wat daarboven komt wordt niet gevraagd: na de afspraak komt het te laat. Het meetmoment met het meeste gewicht gaat voor.',
        'Empty: no limit. Counts all moments before the same visit together, those that open on another day too. What is beyond is not asked: after the visit it comes too late. The moment that weighs most goes first.',
      ),
    },
    {
      kind: 'one',
      at: 'beyond',
      label: both('Wat boven het aantal per dag komt', 'What is beyond the number a day'),
      choices: choicesIn({
        wait: both('Wacht op een dag met ruimte', 'Waits for a day with room'),
        'leave-out': both('Wordt niet gevraagd', 'Is not asked'),
      }),
    },
  ],
  line: (draft) => both(`${Number(draft.perDay)} vragen per dag`, `${Number(draft.perDay)} questions a day`),
}
