import type { Words } from '../words.ts'

const nl = {
  distribution: {
    title: (measure: string, by: string) => `${measure}, per ${by}`,
    moment: 'meetmoment',
    band: (moment: string, share: string, band: string) => `${moment} was het bij ${share} % ${band}`,
    both: (first: string, later: string) => `${first}; ${later}.`,
    changed: (better: string, worse: string) =>
      `Van wie beide keren antwoordde werd ${better} % duidelijk beter en ${worse} % slechter.`,
    changedBetter: (better: string) => `Van wie beide keren antwoordde werd ${better} % duidelijk beter.`,
    mean: (moment: string, mean: string) => `${moment} was het gemiddelde ${mean}.`,
    few: 'Er zijn nog te weinig antwoorden om de verdeling te tonen.',
    change: 'Verandering sinds het begin',
    better: 'beter',
    same: 'niet duidelijk',
    worse: 'slechter',
    foot: (range: string, direction: string) =>
      `${range}, ${direction}. Duidelijk = meer dan de meetfout en zoveel dat patiënten het merken. Geteld is wie zelf antwoordde en een score had: wat een ander voor iemand invulde telt alleen in de respons, en verandering alleen tussen antwoorden van dezelfde. Respons = beantwoord van wat gevraagd en voorbij is.`,
    footBars:
      'Gestippeld: een groep onder 10 mensen staat hier samen met zijn buren. Is elke groep zo klein, dan staat er alleen het gemiddelde, met het 95 %-interval.',
    whole: (mean: string, low: string, high: string) => `gemiddeld ${mean} (${low} tot ${high})`,
    wholeUnknown: 'elke groep onder 10 mensen',
    counted: (what: string, from: string, to: string) => `${what}: geteld van ${from} tot en met ${to}.`,
    levelAt: (level: string, mean: string) => `${level} (${mean})`,
    between: (low: string, high: string, apart: boolean) =>
      `Gemiddeld het laagst: ${low}; het hoogst: ${high}. ${apart ? 'De intervallen raken elkaar niet.' : 'Dat verschil past bij toeval.'} Niet gecorrigeerd voor wie het zijn.`,
    first: 'eerste meting',
    own: 'Eigen vragen, geen gevalideerd meetinstrument.',
  },
  time: {
    title: (measure: string, moment: string) => `${measure} door de tijd: ${moment.toLocaleLowerCase('nl')}`,
    sentence: (first: string, then: string, last: string, now: string) =>
      `Het gemiddelde ging van ${then} (${first}) naar ${now} (${last}).`,
    few: 'Nog geen twee perioden met tien of meer antwoorden. Kies een langere periode of een andere uitkomst.',
    foot: 'Gemiddelde met 95 %-interval (zo ver kan toeval reiken), ieder met een score op dit meetmoment. Niet gecorrigeerd voor wie er behandeld zijn.',
  },
  curve: {
    title: (measure: string) => `${measure}: dezelfde mensen vanaf hun eerste meting`,
    moved: (by: string, moment: string) => `Gemiddelde verandering ${moment.toLocaleLowerCase('nl')}: ${by}.`,
    left: (n: number, of: number) => `Van de ${of} bij wie dat meetmoment voorbij is, antwoordden er ${n}.`,
    few: 'Er zijn nog geen tien mensen die bij het begin en later antwoordden.',
    start: 'Begin',
    axis: (direction: string) => `verandering sinds de eerste meting (${direction})`,
    foot: (from: string, to: string) =>
      `Antwoorden van ${from} tot en met ${to}. Ieder wordt alleen met zichzelf vergeleken; wie later niet antwoordde, is in die verandering niet meegeteld en kan er anders aan toe zijn.`,
    everybody: 'Kies alle patiënten om dezelfde mensen door de tijd te zien.',
  },
  clinical: {
    title: 'Wat het team zelf vastlegt',
    sentence: (known: number, of: number) => `${known} van ${of} maten hebben genoeg waarden om te tonen.`,
    none: 'Deze uitkomstenset heeft geen maten die het team vastlegt.',
    measure: 'Maat',
    value: 'Uitkomst',
    interval: '95 %-interval',
    n: 'Vastgelegd van',
    of: (n: number, of: number) => `${n} van ${of}`,
    few: 'minder dan 10',
    lower: 'lager = beter',
    higher: 'hoger = beter',
    foot: 'Telt mensen bij wie de termijn van de maat in deze maanden afliep; een waarde telt vanaf de dag waarop die is vastgelegd.',
  },
}

const en: typeof nl = {
  distribution: {
    title: (measure, by) => `${measure}, per ${by}`,
    moment: 'moment',
    band: (moment, share, band) => `${moment} it was ${band} for ${share} %`,
    both: (first, later) => `${first}; ${later}.`,
    changed: (better, worse) =>
      `Of those who answered both times ${better} % became clearly better and ${worse} % worse.`,
    changedBetter: (better) => `Of those who answered both times ${better} % became clearly better.`,
    mean: (moment, mean) => `${moment} the mean was ${mean}.`,
    few: 'There are too few answers to show the distribution yet.',
    change: 'Change since the start',
    better: 'better',
    same: 'not clear',
    worse: 'worse',
    foot: (range, direction) =>
      `${range}, ${direction}. Clearly = more than the measurement error, and as much as patients notice. Counted is who answered themselves and has a score: what somebody else filled in for a patient is in the response only, and change is told within one view. Response = answered of what was asked and is over.`,
    footBars:
      'Dotted: a group under 10 people stands here together with its neighbours. Where each group is that small, only the mean stands here, with its 95 % interval.',
    whole: (mean, low, high) => `mean ${mean} (${low} to ${high})`,
    wholeUnknown: 'each group under 10 people',
    counted: (what, from, to) => `${what}: counted from ${from} up to and including ${to}.`,
    levelAt: (level, mean) => `${level} (${mean})`,
    between: (low, high, apart) =>
      `Lowest mean: ${low}; highest: ${high}. ${apart ? 'The intervals do not touch.' : 'That difference fits chance.'} Not adjusted for who they are.`,
    first: 'first measurement',
    own: 'Questions of our own, not a validated instrument.',
  },
  time: {
    title: (measure, moment) => `${measure} over time: ${moment.toLocaleLowerCase('en')}`,
    sentence: (first, then, last, now) => `The mean went from ${then} (${first}) to ${now} (${last}).`,
    few: 'Not yet two periods with ten or more answers. Choose a longer period or another outcome.',
    foot: 'Mean with 95 % interval (that far chance can reach), everybody with a score at this moment. Not adjusted for who was treated.',
  },
  curve: {
    title: (measure) => `${measure}: the same people since their first measurement`,
    moved: (by, moment) => `Mean change ${moment.toLocaleLowerCase('en')}: ${by}.`,
    left: (n, of) => `Of the ${of} for whom that moment is over, ${n} answered.`,
    few: 'There are no ten people yet who answered at the start and later.',
    start: 'Start',
    axis: (direction) => `change since the first measurement (${direction})`,
    foot: (from, to) =>
      `Answers from ${from} up to and including ${to}. Each is compared with themselves only; who did not answer later is not in that change, and may fare otherwise.`,
    everybody: 'Choose all patients to see the same people over time.',
  },
  clinical: {
    title: 'What the team records itself',
    sentence: (known, of) => `${known} of ${of} measures have enough values to show.`,
    none: 'This outcome set has no measures that the team records.',
    measure: 'Measure',
    value: 'Outcome',
    interval: '95 % interval',
    n: 'Recorded of',
    of: (n, of) => `${n} of ${of}`,
    few: 'fewer than 10',
    lower: 'lower = better',
    higher: 'higher = better',
    foot: 'Counts people for whom the period of the measure ended in these months; a value counts from the day on which it was recorded.',
  },
}

/** Outcomes: how they are spread, over time, and what the team records itself. */
export const outcomeWords = { nl, en } satisfies Words<typeof nl>
