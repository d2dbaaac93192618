import { type Moment, momentShape } from '../../outcome-sets/moment.ts'
import { TITLE_MOST } from '../../shapes.ts'
import { approximateDays } from '../../time/duration.ts'
import { type Draft, withoutNothing } from '../draft.ts'
import { both } from '../fields.ts'
import { inList, type Listed } from '../part.ts'
import { momentAgain } from './moment-again.ts'
import { momentAsked } from './moment-asked.ts'
import { momentForWhom } from './moment-for-whom.ts'
import { momentWhen, timesWrong } from './moment-when.ts'

/** When something is asked and what; new ones begin as most are: before the first appointment, open for two weeks. */
export const moment: Listed = {
  ...inList('moments'),
  title: both('Meetmomenten', 'Moments'),
  about: both(
    'Wanneer er iets wordt gevraagd, wat, en aan wie.',
    'When something is asked, what, and of whom.',
  ),
  add: both('Meetmoment toevoegen', 'Add a moment'),
  fresh: {
    title: both('Nieuw meetmoment', 'New moment'),
    draft: ({ set: { appointmentKinds } }) => ({
      title: { nl: '', en: '' },
      anchor: appointmentKinds[0]
        ? { kind: 'appointment', appointmentKind: appointmentKinds[0].id, which: 'first' }
        : { kind: 'enrolment' },
      opens: '-P14D',
      due: '-P2D',
      closes: 'P0D',
      linkDead: 'P7D',
      instruments: [],
      reminders: [{ from: 'opening', offset: 'P4D' }],
    }),
  },
  shape: momentShape,
  fields: (draft, context) => [
    {
      kind: 'words',
      at: 'title',
      most: TITLE_MOST,
      forPatient: true,
      label: both('Naam voor de patiënt', 'Name for the patient'),
    },
    {
      kind: 'words',
      at: 'staffTitle',
      most: TITLE_MOST,
      optional: true,
      label: both('Naam voor het team', 'Name for the team'),
      hint: both(
        'Mag leeg blijven: dan leest het team de naam voor de patiënt.',
        'May stay empty: then the team reads the name for the patient.',
      ),
    },
    ...momentWhen(draft, context),
    ...momentAsked(draft, context),
    ...momentForWhom(draft, context),
    ...momentAgain(draft),
  ],
  alsoWrong,
  complete: (draft) => withoutNothing(draft, ['treatments', 'sexes', 'ifScores', 'age']),
}

/** What only a person sees as wrong: times that run backwards, an age from above the age until. */
function alsoWrong(draft: Draft): string[] {
  const { age = {}, reminders = [], repeats, respondent, skipIfAnsweredWithin } = draft as Partial<Moment>
  const isUpsideDown = age.from !== undefined && age.until !== undefined && age.from > age.until
  const early = reminders.flatMap(({ from, offset }, place) =>
    from === 'opening' && offset.startsWith('-') ? [`reminders.${place}.offset`] : [],
  )
  return [
    ...timesWrong(draft),
    ...early,
    ...(isUpsideDown ? ['age.until'] : []),
    ...(repeats && approximateDays(repeats.every) < 1 ? ['repeats.every'] : []),
    ...(respondent && skipIfAnsweredWithin !== undefined ? ['skipIfAnsweredWithin'] : []),
  ]
}
