import { type OutcomeSet, outcomeSetFields } from '../../outcome-sets/outcome-set.ts'
import { idShape } from '../../shapes.ts'
import { type Draft, withValue } from '../draft.ts'
import { both, choicesIn, choicesOf, type Field } from '../fields.ts'
import type { Listed } from '../part.ts'
import { name } from './team.ts'

/** A kind of appointment as people speak of it: with the stage that begins with it, which the set keeps apart. */
export const appointment: Listed = {
  title: both('Afspraken', 'Appointments'),
  about: both(
    'De soorten afspraken op dit zorgpad. Meetmomenten worden er vaak van af geteld.',
    'The kinds of appointments on this care path. Moments are often counted from them.',
  ),
  add: both('Afspraak toevoegen', 'Add an appointment'),
  fresh: { title: both('Nieuwe afspraak', 'New appointment'), draft: () => ({ title: { nl: '', en: '' } }) },
  read: ({ appointmentKinds, stageRules }) =>
    appointmentKinds.map((kind) => {
      const stage = stageRules.find(({ appointmentKind }) => appointmentKind === kind.id)?.stage
      return stage === undefined ? kind : { ...kind, stage }
    }),
  write: (set, all) => ({
    ...set,
    appointmentKinds: all.map((kind) => withValue(kind, 'stage', undefined)) as typeof set.appointmentKinds,
    stageRules: rulesOf(set, all),
  }),
  shape: outcomeSetFields.shape.appointmentKinds.element.extend({ stage: idShape.optional() }),
  fields: (_, { set }) => [
    { ...name(), forPatient: true } as Field,
    {
      kind: 'one',
      at: 'home',
      optional: true,
      label: both('Van huis uit', 'From home'),
      none: both('Nee, de patiënt komt langs', 'No, the patient comes in'),
      choices: choicesIn({
        possible: both('Kan, als de patiënt dat vraagt', 'Possible, for a patient who asks'),
        always: both('Altijd', 'Always'),
      }),
    },
    {
      kind: 'words',
      at: 'preparation',
      optional: true,
      long: true,
      forPatient: true,
      label: both('Voorbereiding', 'Preparation'),
      hint: both(
        'Wat de patiënt ervoor doet of meeneemt. Mag leeg blijven.',
        'What the patient does or brings. May stay empty.',
      ),
    },
    {
      kind: 'one',
      at: 'stage',
      optional: true,
      label: both('Begint de fase', 'Begins the stage'),
      none: both('Geen: er begint geen fase mee', 'None: no stage begins with it'),
      choices: choicesOf(set.carePath.stages),
    },
  ],
  line: ({ stage }, { set }) => {
    const begun = set.carePath.stages.find(({ id }) => id === stage)?.title
    return begun ? both(`Begint de fase “${begun.nl}”.`, `Begins the stage “${begun.en}”.`) : null
  },
}

/** One rule for each kind that begins a stage; where that stays as it was, the rule stays in its place. */
function rulesOf({ stageRules }: OutcomeSet, all: readonly Draft[]): OutcomeSet['stageRules'] {
  const firstOf = (id: unknown) => stageRules.find(({ appointmentKind }) => appointmentKind === id)
  const isKept = ({ id, stage }: Draft) => firstOf(id)?.stage === stage
  const kept = stageRules.filter(
    (rule) =>
      rule === firstOf(rule.appointmentKind) &&
      all.some((kind) => kind.id === rule.appointmentKind && isKept(kind)),
  )
  const begun = all.flatMap((kind) =>
    typeof kind.stage === 'string' && !isKept(kind)
      ? [{ appointmentKind: String(kind.id), stage: kind.stage }]
      : [],
  )
  return [...kept, ...begun]
}
