import { unwatched } from '../../alerts/unwatched.ts'
import { type AlertRule, outcomeSetFields } from '../../outcome-sets/outcome-set.ts'
import { lengthWords } from '../../time/duration-words.ts'
import type { Draft } from '../draft.ts'
import { both, choicesIn, choicesOf } from '../fields.ts'
import { type Context, inList, type Listed } from '../part.ts'
import { ruleAbout, subjectsOf } from '../rule-subjects.ts'
import { ruleFields } from './rule-fields.ts'
import { ruleWords } from './rule-words.ts'
import { name } from './team.ts'

export const alert: Listed = {
  ...inList('alerts'),
  title: both('Signalen', 'Alerts'),
  about: both(
    'Een signaal gaat pas aan met een rol die reageert en een tijd waarbinnen.',
    'An alert is switched on only with a role that responds and a time within which.',
  ),
  add: both('Signaal toevoegen', 'Add an alert'),
  fresh: {
    title: both('Nieuw signaal', 'New alert'),
    draft: (context) => ({ severity: 'attention', respondWithin: '', ...asked(context) }),
  },
  shape: outcomeSetFields.shape.alerts.element,
  fields: (draft, { set, instruments }) => [
    name(),
    ...ruleFields(draft, instruments),
    {
      kind: 'one',
      at: 'severity',
      label: both('Ernst', 'Severity'),
      choices: choicesIn({ attention: both('Aandacht', 'Attention'), urgent: both('Dringend', 'Urgent') }),
    },
    { kind: 'one', at: 'role', label: both('Wie reageert', 'Who responds'), choices: choicesOf(set.roles) },
    { kind: 'length', at: 'respondWithin', label: both('Reageert binnen', 'Responds within') },
    {
      kind: 'words',
      at: 'patientText',
      optional: true,
      long: true,
      forPatient: true,
      label: both('Wat de patiënt meteen leest', 'What the patient reads at once'),
      hint: both(
        'Ook als nog niemand gekeken heeft: wat iemand zelf kan doen, en wie te bellen. Mag leeg blijven.',
        'Also before anybody looked: what somebody can do, and whom to call. May stay empty.',
      ),
    },
  ],
  line: (one, { set, instruments }) => {
    const { when, role, respondWithin } = one as unknown as AlertRule
    const rule = ruleWords(when, instruments)
    const who = set.roles.find(({ id }) => id === role)?.title ?? both(role, role)
    const within = lengthWords(respondWithin)
    return both(
      `${rule.nl}. ${who.nl} reageert binnen ${within.nl}.`,
      `${rule.en}. ${who.en} responds within ${within.en}.`,
    )
  },
}

/** A new alert is on the safety question that nobody is told about yet, where there is one. */
function asked({ set, instruments }: Context): Draft {
  const nameless = { title: { nl: '', en: '' } }
  const [found] = instruments.flatMap((one) =>
    unwatched(set, one).map((item) => ({ instrument: one.id, ...item })),
  )
  if (!found) return nameless
  const subject = subjectsOf(instruments).find(
    ({ kind, instrument, name }) => kind === 'item' && instrument === found.instrument && name === found.key,
  )
  return subject ? { title: found.label, when: ruleAbout(subject, null) } : nameless
}
