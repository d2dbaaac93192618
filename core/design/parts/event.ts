import { careEventShape } from '../../outcome-sets/care-event.ts'
import { namedForStaff } from '../../outcome-sets/moment.ts'
import { both, choicesIn, choicesOf } from '../fields.ts'
import { inList, type Listed } from '../part.ts'
import { codes } from './codes.ts'
import { name } from './team.ts'

export const event: Listed = {
  ...inList('events'),
  title: both('Gebeurtenissen', 'Events'),
  about: both(
    'Wat het ziekenhuissysteem meldt en geen afspraak is: een operatie, een geboorte, een overlijden van een kind.',
    'What the hospital system tells that is no appointment: an operation, a birth, the loss of a child.',
  ),
  add: both('Gebeurtenis toevoegen', 'Add an event'),
  fresh: {
    title: both('Nieuwe gebeurtenis', 'New event'),
    draft: () => ({ title: { nl: '', en: '' }, codes: [{ system: 'snomed', code: '' }] }),
  },
  shape: careEventShape,
  fields: (_, { set }) => [
    name(),
    codes(
      'codes',
      ['Te herkennen aan', 'Recognised by'],
      ['Een code telt ook voor alles wat ermee begint.', 'A code also counts for whatever begins with it.'],
    ),
    {
      kind: 'one',
      at: 'stage',
      optional: true,
      label: both('Begint de fase', 'Begins the stage'),
      none: both('Geen: er begint geen fase mee', 'None: no stage begins with it'),
      choices: choicesOf(set.carePath.stages),
    },
    {
      kind: 'group',
      at: 'turn',
      fresh: { to: 'loss', goesOn: [] },
      label: both('Hierna is het zorgpad een ander', 'After this the care path is another'),
      hint: both(
        'Er gaat dan niets meer uit wat u niet noemt.',
        'Nothing goes out then that you do not name.',
      ),
      fields: [
        {
          kind: 'one',
          at: 'turn.to',
          label: both('Waardoor', 'By what'),
          choices: choicesIn({
            loss: both('Verlies van een kind', 'Loss of a child'),
            palliative: both('De zorg is niet meer gericht op genezing', 'Care is no longer meant to cure'),
          }),
        },
        {
          kind: 'some',
          at: 'turn.goesOn',
          optional: true,
          label: both('Wat nog wel gevraagd wordt', 'What is still asked'),
          hint: both('Geen vinkje: het zorgpad eindigt.', 'None ticked: the care path ends.'),
          choices: choicesOf(namedForStaff(set.moments)),
        },
      ],
    },
  ],
  line: ({ codes: all }) => {
    const list = (all as { code: string }[]).map(({ code }) => code).join(', ')
    return both(list, list)
  },
}
