import { domainTitles } from '../../instruments/domain-titles.ts'
import { type Domain, domainShape } from '../../instruments/scale.ts'
import { outcomeSetFields } from '../../outcome-sets/outcome-set.ts'
import { type Draft, textAt } from '../draft.ts'
import { both, type Choice, type Field } from '../fields.ts'
import { inList, type Listed } from '../part.ts'
import { name } from './team.ts'

export const domain: Listed = {
  ...inList('domains'),
  title: both('Domeinen', 'Domains'),
  about: both(
    'Waaronder uitkomsten staan, in deze volgorde op elke pagina.',
    'Under which outcomes stand, in this order on every page.',
  ),
  add: both('Domein toevoegen', 'Add a domain'),
  fresh: { title: both('Nieuw domein', 'New domain'), draft: () => ({ title: { nl: '', en: '' } }) },
  hasFixedIds: true,
  shape: outcomeSetFields.shape.domains.element,
  fields: (draft, { set }) => [
    ...(set.domains.some(({ id }) => id === draft.id) ? [] : [which(draft, set.domains)]),
    { ...name(), forPatient: true } as Field,
  ],
}

const which = (draft: Draft, taken: readonly { id: string }[]): Field => ({
  kind: 'turn',
  at: 'id',
  label: both('Welk domein', 'Which domain'),
  value: textAt(draft, 'id'),
  choices: domainShape.options
    .filter((one) => taken.every(({ id }) => id !== one))
    .map((one): Choice => ({ value: one, label: domainTitles[one] })),
  turn: (_, value) =>
    value === '' ? { title: { nl: '', en: '' } } : { id: value, title: domainTitles[value as Domain] },
})
