import { type DefinitionProblem, problem } from '../problem.ts'
import type { Localised } from '../words.ts'
import type { OutcomeSet } from './outcome-set.ts'
import { BIRTH_DATE } from './patient-dates.ts'

// Names in a set of what should be in it too.

type Named = readonly { id: string }[]
type Path = DefinitionProblem['path']

/** What can be named in a set, in words. */
const NAMED = {
  role: { nl: 'rol', en: 'role' },
  stage: { nl: 'fase', en: 'stage' },
  appointment: { nl: 'soort afspraak', en: 'kind of appointment' },
  option: { nl: 'behandeling', en: 'treatment option' },
  instrument: { nl: 'vragenlijst', en: 'questionnaire' },
  moment: { nl: 'meetmoment', en: 'moment' },
  date: { nl: 'datum', en: 'date' },
  measure: { nl: 'uitkomst', en: 'measure' },
  scale: { nl: 'uitkomst met een score', en: 'measure with a score' },
} satisfies Record<string, Localised>
const NEUTER: readonly string[] = ['moment'] // het meetmoment

/** Looks whether a name is among these, and says so where it is not. */
export function namesOf(what: keyof typeof NAMED, named: Named) {
  const known = new Set(named.map(({ id }) => id))
  const { nl, en } = NAMED[what]
  return (id: string, path: Path): DefinitionProblem[] =>
    known.has(id)
      ? []
      : [
          problem(
            path,
            `${nl} "${id}" zit niet in deze set; kies ${NEUTER.includes(what) ? 'een ander' : 'een andere'}`,
            `there is no ${en} "${id}" in this set; choose another`,
            [...known],
          ),
        ]
}

/** Whatever the care path, the moments, the alerts and the measures of a set name that is not in it. */
export function nameProblems(set: OutcomeSet): DefinitionProblem[] {
  return [...inCarePath(set), ...inMoments(set), ...inRules(set)]
}

function inCarePath(set: OutcomeSet): DefinitionProblem[] {
  const roles = namesOf('role', set.roles)
  const stages = namesOf('stage', set.carePath.stages)
  const kinds = namesOf('appointment', set.appointmentKinds)
  const moments = namesOf('moment', set.moments)
  return [
    ...set.carePath.stages.flatMap((stage, s) => [
      ...roles(stage.role, ['carePath', 'stages', s, 'role']),
      ...stage.activities.flatMap((activity, a) =>
        roles(activity.role, ['carePath', 'stages', s, 'activities', a, 'role']),
      ),
    ]),
    ...set.stageRules.flatMap((rule, r) => [
      ...kinds(rule.appointmentKind, ['stageRules', r, 'appointmentKind']),
      ...stages(rule.stage, ['stageRules', r, 'stage']),
    ]),
    ...set.events.flatMap(({ stage, turn }, e) => [
      ...(stage ? stages(stage, ['events', e, 'stage']) : []),
      ...(turn?.goesOn ?? []).flatMap((id, g) => moments(id, ['events', e, 'turn', 'goesOn', g])),
    ]),
  ]
}

function inMoments(set: OutcomeSet): DefinitionProblem[] {
  const stages = namesOf('stage', set.carePath.stages)
  const kinds = namesOf('appointment', set.appointmentKinds)
  const options = namesOf('option', set.treatmentOptions)
  const instruments = namesOf('instrument', set.instruments)
  const moments = namesOf('moment', set.moments)
  const dates = namesOf('date', [{ id: BIRTH_DATE }, ...set.patientDates])
  return set.moments.flatMap(({ anchor, treatments = [], instruments: asked, ifScores = [] }, m) => [
    ...(anchor.kind === 'stage' ? stages(anchor.stage, ['moments', m, 'anchor', 'stage']) : []),
    ...(anchor.kind === 'response' ? moments(anchor.moment, ['moments', m, 'anchor', 'moment']) : []),
    ...(anchor.kind === 'appointment'
      ? kinds(anchor.appointmentKind, ['moments', m, 'anchor', 'appointmentKind'])
      : []),
    ...(anchor.kind === 'patient-date' ? dates(anchor.name, ['moments', m, 'anchor', 'name']) : []),
    ...treatments.flatMap((id, t) => options(id, ['moments', m, 'treatments', t])),
    ...asked.flatMap((id, i) => instruments(id, ['moments', m, 'instruments', i])),
    ...ifScores.flatMap((one, s) => instruments(one.instrument, ['moments', m, 'ifScores', s, 'instrument'])),
  ])
}

function inRules(set: OutcomeSet): DefinitionProblem[] {
  const roles = namesOf('role', set.roles)
  const stages = namesOf('stage', set.carePath.stages)
  const instruments = namesOf('instrument', set.instruments)
  const options = namesOf('option', set.treatmentOptions)
  return [
    ...set.alerts.flatMap((alert, a) => [
      ...roles(alert.role, ['alerts', a, 'role']),
      ...instruments(alert.when.instrument, ['alerts', a, 'when', 'instrument']),
    ]),
    ...set.measures.flatMap((measure, m) =>
      measure.kind === 'scale'
        ? instruments(measure.instrument, ['measures', m, 'instrument'])
        : [
            ...stages(measure.window.stage, ['measures', m, 'window', 'stage']),
            ...(measure.window.until ? stages(measure.window.until, ['measures', m, 'window', 'until']) : []),
            ...(measure.treatments ?? []).flatMap((id, t) => options(id, ['measures', m, 'treatments', t])),
          ],
    ),
  ]
}
