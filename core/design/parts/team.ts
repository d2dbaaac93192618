import { outcomeSetFields } from '../../outcome-sets/outcome-set.ts'
import { TITLE_MOST } from '../../shapes.ts'
import { both, type Field } from '../fields.ts'
import { inList, type Listed } from '../part.ts'

const NONE = { nl: '', en: '' }
const { roles, treatmentOptions } = outcomeSetFields.shape

export const name = (hint?: [nl: string, en: string]): Field => ({
  kind: 'words',
  at: 'title',
  most: TITLE_MOST,
  label: both('Naam', 'Name'),
  hint: hint ? both(...hint) : undefined,
})

export const role: Listed = {
  ...inList('roles'),
  title: both('Rollen in het team', 'Roles in the team'),
  about: both(
    'Wie er meewerken: zij doen activiteiten in een fase, en reageren op signalen.',
    'Who works along: they do activities in a stage, and respond to alerts.',
  ),
  add: both('Rol toevoegen', 'Add a role'),
  fresh: { title: both('Nieuwe rol', 'New role'), draft: () => ({ title: NONE }) },
  shape: roles.element,
  fields: () => [name(['Een functie, niet de naam van iemand.', 'A function, not the name of somebody.'])],
}

export const option: Listed = {
  ...inList('treatmentOptions'),
  title: both('Behandelingen', 'Treatment options'),
  about: both(
    'Waaruit patiënt en zorgverlener kiezen. Uitkomsten staan per behandeling naast elkaar.',
    'What patient and clinician choose from. Outcomes stand side by side for each of them.',
  ),
  add: both('Behandeling toevoegen', 'Add a treatment option'),
  fresh: {
    title: both('Nieuwe behandeling', 'New treatment option'),
    draft: () => ({ title: NONE, about: NONE }),
  },
  shape: treatmentOptions.element,
  fields: () => [
    { ...name(), forPatient: true } as Field,
    {
      kind: 'words',
      at: 'about',
      long: true,
      forPatient: true,
      label: both('Wat het is', 'What it is'),
      hint: both(
        'Eén of twee zinnen, zoals u het de patiënt vertelt.',
        'One or two sentences, as you tell the patient.',
      ),
    },
  ],
  line: ({ about }) => about as typeof NONE,
}
