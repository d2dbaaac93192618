import { approximateDays } from '../time/duration.ts'
import { indicatorProblems } from './indicator-problems.ts'
import type { OutcomeSet } from './outcome-set.ts'
import { BIRTH_DATE } from './patient-dates.ts'
import { similarProblems } from './similar-shape.ts'
import { triageProblems } from './triage-shape.ts'

/** What is wrong in one place of a definition, and what would be right. */
export type DefinitionProblem = { path: (string | number)[]; message: string }

/** Everything in an outcome set that points at nothing, comes twice, or runs backwards in time. */
export function outcomeSetProblems(set: OutcomeSet): DefinitionProblem[] {
  return [
    ...duplicates(set),
    ...unknownNames(set),
    ...momentTimes(set),
    ...momentRespondents(set),
    ...measureWindows(set),
    ...indicatorProblems(set),
    ...similarProblems(set),
    ...triageProblems(set),
  ]
}

type Named = { id: string }

function duplicates(set: OutcomeSet): DefinitionProblem[] {
  const lists: [path: string[], named: readonly Named[]][] = [
    [['domains'], set.domains],
    [['instruments'], set.instruments],
    [['measures'], set.measures],
    [['carePath', 'stages'], set.carePath.stages],
    [['appointmentKinds'], set.appointmentKinds],
    [['events'], set.events],
    [['patientDates'], set.patientDates],
    [['treatmentOptions'], set.treatmentOptions],
    [['moments'], set.moments],
    [['alerts'], set.alerts],
    [['roles'], set.roles],
    [['caseMix'], set.caseMix],
    [['indicators'], set.indicators],
    [['similar', 'outcomes'], set.similar?.outcomes ?? []],
    [['triage', 'red'], set.triage?.red ?? []],
    [['triage', 'yellow'], set.triage?.yellow ?? []],
  ]
  return lists.flatMap(([path, named]) => repeated(path, named))
}

function repeated(path: string[], named: readonly Named[]): DefinitionProblem[] {
  const seen = new Set<string>()
  return named.flatMap(({ id }, index) => {
    const first = !seen.has(id)
    seen.add(id)
    return first
      ? []
      : [{ path: [...path, index, 'id'], message: `"${id}" is used twice; give each its own id` }]
  })
}

function unknownNames(set: OutcomeSet): DefinitionProblem[] {
  const roles = namesOf('role', set.roles)
  const stages = namesOf('stage', set.carePath.stages)
  const kinds = namesOf('appointment kind', set.appointmentKinds)
  const options = namesOf('treatment option', set.treatmentOptions)
  const instruments = namesOf('instrument', set.instruments)
  const moments = namesOf('moment', set.moments)
  const dates = namesOf('patient date', [{ id: BIRTH_DATE }, ...set.patientDates])
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
    ...set.moments.flatMap(({ anchor, treatments = [], instruments: asked, ifScores = [] }, m) => [
      ...(anchor.kind === 'stage' ? stages(anchor.stage, ['moments', m, 'anchor', 'stage']) : []),
      ...(anchor.kind === 'response' ? moments(anchor.moment, ['moments', m, 'anchor', 'moment']) : []),
      ...(anchor.kind === 'appointment'
        ? kinds(anchor.appointmentKind, ['moments', m, 'anchor', 'appointmentKind'])
        : []),
      ...(anchor.kind === 'patient-date' ? dates(anchor.name, ['moments', m, 'anchor', 'name']) : []),
      ...treatments.flatMap((id, t) => options(id, ['moments', m, 'treatments', t])),
      ...asked.flatMap((id, i) => instruments(id, ['moments', m, 'instruments', i])),
      ...ifScores.flatMap((one, s) =>
        instruments(one.instrument, ['moments', m, 'ifScores', s, 'instrument']),
      ),
    ]),
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
          ],
    ),
  ]
}

function namesOf(what: string, named: readonly Named[]) {
  const known = new Set(named.map(({ id }) => id))
  const list = [...known].map((id) => `"${id}"`).join(', ')
  return (id: string, path: (string | number)[]): DefinitionProblem[] =>
    known.has(id) ? [] : [{ path, message: `there is no ${what} "${id}" in this set; it has ${list}` }]
}

const order = ['opens', 'due', 'closes', 'linkDead'] as const

function momentTimes(set: OutcomeSet): DefinitionProblem[] {
  return set.moments.flatMap((moment, m) =>
    order.slice(1).flatMap((later, index) => {
      const earlier = order[index] ?? 'opens'
      if (!(approximateDays(moment[earlier]) > approximateDays(moment[later]))) return []
      const message = `"${later}" (${moment[later]}) lies before "${earlier}" (${moment[earlier]}); the order is ${order.join(', ')}`
      return [{ path: ['moments', m, later], message }]
    }),
  )
}

/** An answer of the one is no reason to pass over the other. */
function momentRespondents({ moments }: OutcomeSet): DefinitionProblem[] {
  const ofProxy = moments.filter(({ respondent }) => respondent === 'proxy')
  return moments.flatMap(({ respondent, skipIfAnsweredWithin, instruments }, m) => {
    if (skipIfAnsweredWithin === undefined) return []
    const path = ['moments', m, 'skipIfAnsweredWithin']
    if (respondent) return [{ path, message: 'leave it out where "respondent" says who is asked' }]
    const shared = ofProxy.find((one) => one.instruments.some((id) => instruments.includes(id)))
    return shared ? [{ path, message: `leave it out: "${shared.id}" asks the same of somebody else` }] : []
  })
}

function measureWindows(set: OutcomeSet): DefinitionProblem[] {
  return set.measures.flatMap((measure, m) => {
    if (measure.kind === 'scale') return []
    const ends = [measure.window.within, measure.window.until].filter((end) => end !== undefined)
    if (ends.length === 1) return []
    return [{ path: ['measures', m, 'window'], message: 'give either "within" or "until", and not both' }]
  })
}
