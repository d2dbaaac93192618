import { type DefinitionProblem, problem } from '../problem.ts'
import { approximateDays } from '../time/duration.ts'
import type { Localised } from '../words.ts'
import { indicatorProblems } from './indicator-problems.ts'
import { nameProblems } from './name-problems.ts'
import type { OutcomeSet } from './outcome-set.ts'
import { similarProblems } from './similar-shape.ts'
import { titleForStaff } from './staff-title.ts'
import { triageProblems } from './triage-shape.ts'

/** Everything in an outcome set that points at nothing, comes twice, or runs backwards in time. */
export function outcomeSetProblems(set: OutcomeSet): DefinitionProblem[] {
  return [
    ...duplicates(set),
    ...nameProblems(set),
    ...stageRuleProblems(set),
    ...momentTimes(set),
    ...momentAges(set),
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
    if (first) return []
    const nl = `"${id}" staat er twee keer in; geef elk een eigen id, of haal er een weg`
    const en = `"${id}" is used twice; give each its own id, or take one out`
    return [problem([...path, index, 'id'], nl, en)]
  })
}

/** An appointment leads to one stage: of two, nobody would know which begins. */
function stageRuleProblems({ stageRules, appointmentKinds }: OutcomeSet): DefinitionProblem[] {
  return stageRules.flatMap(({ appointmentKind }, r) => {
    if (stageRules.findIndex((rule) => rule.appointmentKind === appointmentKind) === r) return []
    const title = appointmentKinds.find(({ id }) => id === appointmentKind)?.title
    const nl = `de afspraak “${title?.nl}” begint al een andere fase; kies er één`
    const en = `the appointment “${title?.en}” begins another stage already; choose one`
    return [problem(['stageRules', r, 'appointmentKind'], nl, en)]
  })
}

const order = ['opens', 'due', 'closes', 'linkDead'] as const

/** What happens too early where a time lies before the one that it follows. */
const TOO_EARLY: Record<(typeof order)[number], Localised> = {
  opens: { nl: '', en: '' }, // the first
  due: {
    nl: 'de antwoorden zijn nodig voordat het meetmoment opent',
    en: 'the answers are due before the moment opens',
  },
  closes: {
    nl: 'het meetmoment sluit voordat de antwoorden nodig zijn',
    en: 'the moment closes before the answers are due',
  },
  linkDead: {
    nl: 'de link werkt al niet meer voordat het meetmoment sluit',
    en: 'the link stops working before the moment closes',
  },
}

function momentTimes(set: OutcomeSet): DefinitionProblem[] {
  return set.moments.flatMap((moment, m) =>
    order.slice(1).flatMap((later, index) => {
      const earlier = order[index] ?? 'opens'
      if (!(approximateDays(moment[earlier]) > approximateDays(moment[later]))) return []
      const { nl, en } = TOO_EARLY[later]
      return [problem(['moments', m, later], `${nl}; maak deze tijd later`, `${en}; make this time later`)]
    }),
  )
}

/** From above until, nobody would ever be asked. */
const momentAges = ({ moments }: OutcomeSet): DefinitionProblem[] =>
  moments.flatMap(({ age: { from = 0, until = Number.POSITIVE_INFINITY } = {} }, m) => {
    const nl = `niemand is minstens ${from} en hoogstens ${until} jaar; maak deze leeftijd hoger`
    const en = `nobody is at least ${from} and at most ${until} years old; make this age higher`
    return from > until ? [problem(['moments', m, 'age', 'until'], nl, en)] : []
  })

/** An answer of the one is no reason to pass over the other. */
function momentRespondents({ moments }: OutcomeSet): DefinitionProblem[] {
  const ofProxy = moments.filter(({ respondent }) => respondent === 'proxy')
  return moments.flatMap(({ respondent, skipIfAnsweredWithin, instruments }, m) => {
    if (skipIfAnsweredWithin === undefined) return []
    const path = ['moments', m, 'skipIfAnsweredWithin']
    if (respondent) {
      const nl = 'overslaan kan niet als gekozen is wie antwoordt; maak dit leeg'
      return [problem(path, nl, 'nothing can be left out where it is chosen who answers; make this empty')]
    }
    const shared = ofProxy.find((one) => one.instruments.some((id) => instruments.includes(id)))
    if (!shared) return []
    const title = titleForStaff(shared)
    const nl = `overslaan kan hier niet: “${title.nl}” vraagt hetzelfde aan iemand anders; maak dit leeg`
    const en = `nothing can be left out here: “${title.en}” asks the same of somebody else; make this empty`
    return [problem(path, nl, en)]
  })
}

function measureWindows(set: OutcomeSet): DefinitionProblem[] {
  return set.measures.flatMap((measure, m) => {
    if (measure.kind === 'scale') return []
    const ends = [measure.window.within, measure.window.until].filter((end) => end !== undefined)
    if (ends.length === 1) return []
    const nl = 'kies hoe de termijn eindigt: na een tijd, of bij een fase, en niet allebei'
    const en = 'choose how the window ends: after a time, or at a stage, and not both'
    return [problem(['measures', m, 'window'], nl, en)]
  })
}
