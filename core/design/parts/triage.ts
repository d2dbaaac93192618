import { outcomeSetFields } from '../../outcome-sets/outcome-set.ts'
import { titleForStaff } from '../../outcome-sets/staff-title.ts'
import { TITLE_MOST } from '../../shapes.ts'
import { type Draft, textAt, withValue } from '../draft.ts'
import { both, type Choice, choicesOf, type Field } from '../fields.ts'
import type { Context, Single } from '../part.ts'
import { ruleFields } from './rule-fields.ts'
import { withIds } from './with-ids.ts'

const NONE = { nl: '', en: '' }
const wishes = {
  visit: both('Antwoord dat “langskomen” betekent', 'Answer that means “come in”'),
  phone: both('Antwoord dat “bellen” betekent', 'Answer that means “telephone”'),
  skip: both('Antwoord dat “overslaan” betekent', 'Answer that means “leave out”'),
}

export const triage: Single = {
  title: both('Triage van afspraken', 'Triage of visits'),
  about: both(
    'Stelt voor welke controle telefonisch kan of kan vervallen. Een mens beslist; een open signaal betekent altijd langskomen.',
    'Proposes which check-up can go by telephone or be left out. A person decides; an open alert always means a visit.',
  ),
  read: ({ triage }) => triage ?? null,
  write: ({ triage: _, ...set }, draft) =>
    draft ? { ...set, triage: draft as unknown as NonNullable<typeof _> } : set,
  fresh: () => ({ appointmentKinds: [], wish: {}, red: [{ title: NONE }], yellow: [] }),
  shape: outcomeSetFields.shape.triage.unwrap(),
  fields: (draft, context) => [
    {
      kind: 'some',
      at: 'appointmentKinds',
      label: both('Welke afspraken', 'Which visits'),
      hint: both('Andere afspraken worden nooit voorgesteld.', 'Other visits are never proposed.'),
      choices: choicesOf(context.set.appointmentKinds),
    },
    wish(draft, context),
    ...Object.entries(wishes).map(
      ([way, label]): Field => ({ kind: 'number', at: `wish.${way}`, min: -1000, max: 1000, step: 1, label }),
    ),
    rules('red', context),
    rules('yellow', context),
  ],
  complete: (draft) => withIds(withIds(draft, 'red'), 'yellow'),
  line: ({ appointmentKinds }, { set }) => {
    const names = set.appointmentKinds.filter(({ id }) => (appointmentKinds as string[]).includes(id))
    return both(names.map(({ title }) => title.nl).join(', '), names.map(({ title }) => title.en).join(', '))
  },
}

/** Only what is asked before some visit can be a wish. */
function wish(draft: Draft, { set, instruments }: Context): Field {
  const asked = new Set(set.moments.flatMap((one) => one.instruments))
  const items = instruments
    .filter(({ id }) => asked.has(id))
    .flatMap((of) =>
      of.items
        .filter(({ kind }) => kind === 'choice')
        .map((item): Choice & { instrument: string; item: string } => {
          const name = titleForStaff(of)
          const label = both(`${name.nl}, ${item.label.nl}`, `${name.en}, ${item.label.en}`)
          return { value: `${of.id} ${item.key}`, label, instrument: of.id, item: item.key }
        }),
    )
  const chosen = `${textAt(draft, 'wish.instrument')} ${textAt(draft, 'wish.item')}`
  return {
    kind: 'turn',
    at: 'wish.item',
    label: both('Vraag waarin de patiënt de wens zegt', 'Question in which patients say their wish'),
    value: items.some(({ value }) => value === chosen) ? chosen : '',
    choices: items,
    turn: (before, value) => {
      const next = items.find((one) => one.value === value)
      return withValue(withValue(before, 'wish.instrument', next?.instrument), 'wish.item', next?.item)
    },
  }
}

const rules = (level: 'red' | 'yellow', { instruments }: Context): Field => ({
  kind: 'rows',
  at: level,
  optional: level === 'yellow' ? true : undefined,
  label:
    level === 'red'
      ? both('Rood: komt altijd langs', 'Red: always comes in')
      : both('Geel: wordt minstens gebeld', 'Yellow: is at least called'),
  hint: both('Eén regel die geldt is genoeg.', 'One rule that holds is enough.'),
  one: both('Regel', 'Rule'),
  add: both('Regel toevoegen', 'Add a rule'),
  fresh: { title: NONE },
  fields: (row) => [
    {
      kind: 'words',
      at: 'title',
      most: TITLE_MOST,
      label: both('Waarom', 'Why'),
      hint: both('Bijvoorbeeld: pijn 7 of meer.', 'For example: pain 7 or more.'),
    },
    ...ruleFields(row, instruments, ['scale', 'change']),
  ],
})
