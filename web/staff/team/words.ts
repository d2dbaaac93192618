import type { Words } from '../../../core/words.ts'

const nl = {
  about: (team: string, months: number) => `Team ${team}, wat veranderde de laatste ${months} maanden`,
  tab: 'Team',
  noTeam: 'U hoort bij geen team',
  noTeamAbout: 'Hier staan de uitkomsten van uw team. Vraag uw beheerder om u aan een team toe te voegen.',
  filters: 'Wat u bekijkt',
  team: 'Team',
  period: 'Periode',
  lastMonths: (count: number) => `laatste ${count} maanden`,
  measure: 'Uitkomst',
  treatment: 'Behandeling',
  all: 'alle',
  moment: 'Meetmoment',
  usual: 'meeste antwoorden',
  by: 'Verdeeld over',
  byMoment: 'meetmomenten',
  byStage: 'fasen van het zorgpad',
  upTo: (date: string) => `Tot en met ${date}. Groepen onder 10 mensen zijn verborgen.`,
  lede: {
    higher: (now: string, before: string) =>
      `Van elke 100 ingevulde vragenlijsten werden er ${now} geopend en besproken, in de maanden ervoor ${before}: dat is meer dan toeval.`,
    lower: (now: string, before: string) =>
      `Van elke 100 ingevulde vragenlijsten werden er ${now} geopend en besproken, in de maanden ervoor ${before}: dat is minder, en geen toeval.`,
    'no-signal': (now: string, before: string) =>
      `Van elke 100 ingevulde vragenlijsten werden er ${now} geopend en besproken, in de maanden ervoor ${before}: geen signaal.`,
    'too-few': (now: string) =>
      `Van elke 100 ingevulde vragenlijsten werden er ${now} geopend en besproken. Van de maanden ervoor zijn er te weinig om te vergelijken.`,
    none: 'Er zijn in deze maanden nog te weinig vragenlijsten ingevuld om iets te zeggen.',
  },
  better: (share: string, moment: string) =>
    `${moment}: ${share} van de 100 duidelijk beter dan bij de eerste meting.`,
  started: (now: string) => `Van de genodigden startte ${now} %.`,
  startedBefore: (now: string, before: string, signal: boolean) =>
    `Van de genodigden startte ${now} %, ervoor ${before} %${signal ? '' : ': geen signaal'}.`,
  distribution: {
    title: (measure: string, by: string) => `${measure}, per ${by}`,
    moment: 'meetmoment',
    stage: 'fase',
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
      `${range}, ${direction}. Duidelijk = meer dan de meetfout, en zoveel dat het voor patiënten uitmaakt waar dat bekend is. Een balk telt wie een score had; respons = beantwoord van wat gevraagd en voorbij is. Gestippeld: een groep onder 10 mensen staat hier samen met zijn buren.`,
    first: 'eerste meting',
    own: 'Eigen vragen, geen gevalideerd meetinstrument.',
  },
  missing: {
    title: (moment: string) => `Wie ontbreekt: ${moment.toLocaleLowerCase('nl')}`,
    all: (share: string) => `${share} % antwoordde.`,
    behind: (groups: string) => `Duidelijk minder: ${groups}.`,
    nobody: 'Geen groep blijft duidelijk achter.',
    few: 'Op dit meetmoment is nog aan te weinig mensen iets gevraagd.',
    groups: {
      'under-65': 'jonger dan 65',
      '65-74': '65–74 jaar',
      '75-and-over': '75 en ouder',
      nl: 'Nederlands',
      other: 'andere taal',
      with: 'met e-mail',
      without: 'zonder e-mail',
    } as Record<string, string>,
    foot: 'Gevraagd = het meetmoment is voorbij, beantwoord of niet. Ruiten: 10 procentpunten of meer onder allen.',
  },
  discussed: {
    title: 'Uitslagen die zijn geopend en besproken',
    higher: (lowest: string, highest: string) =>
      `Per maand werden ${lowest} tot ${highest} van elke 100 ingevulde lijsten besproken; samen meer dan in de maanden ervoor.`,
    lower: (lowest: string, highest: string) =>
      `Per maand werden ${lowest} tot ${highest} van elke 100 ingevulde lijsten besproken; samen minder dan in de maanden ervoor.`,
    'no-signal': (lowest: string, highest: string) =>
      `Per maand werden ${lowest} tot ${highest} van elke 100 ingevulde lijsten besproken; samen geen signaal tegenover de maanden ervoor.`,
    'too-few': (lowest: string, highest: string) =>
      `Per maand werden ${lowest} tot ${highest} van elke 100 ingevulde lijsten besproken.`,
    few: 'Nog geen maand met tien of meer ingevulde vragenlijsten.',
    one: (month: string, share: string) => `In ${month} werd ${share} % besproken.`,
    axis: '% van de ingevulde vragenlijsten, per maand van uitnodiging, hoger = beter',
    foot: 'De streep is het 95 %-interval: zo ver kan toeval reiken. Maanden met minder dan 10 mensen ontbreken.',
  },
  funnel: {
    title: 'Van uitnodiging tot gesprek',
    sentence: (step: string, discussed: string, of: number) =>
      `De meesten vallen af bij “${step}”. Van ${of} ingevulde lijsten is ${discussed} % geopend en besproken.`,
    short: (step: string) => `De meesten vallen af bij “${step}”.`,
    few: 'Er zijn nog te weinig uitnodigingen verstuurd.',
    steps: {
      invited: 'uitgenodigd',
      started: 'gestart',
      completed: 'ingevuld',
      opened: 'geopend door het team',
      discussed: 'besproken',
    } as Record<string, string>,
    declined: (n: number) =>
      `${n} ${n === 1 ? 'uitgenodigde antwoordt' : 'uitgenodigden antwoorden'} liever niet.`,
    foot: 'Elke stap telt alleen wie de stap ervoor haalde. Geopend = 5 seconden in beeld op de patiëntpagina.',
  },
  time: {
    title: (measure: string, moment: string) => `${measure} door de tijd: ${moment.toLocaleLowerCase('nl')}`,
    sentence: (first: string, then: string, last: string, now: string) =>
      `Het gemiddelde ging van ${then} (${first}) naar ${now} (${last}).`,
    few: 'Nog geen twee perioden met tien of meer antwoorden. Kies een langere periode of een andere uitkomst.',
    later: 'alle metingen na de eerste',
    whyLater: 'Dit meetmoment alleen heeft te weinig antwoorden per periode; daarom alle latere samen.',
    foot: 'Gemiddelde met 95 %-interval (zo ver kan toeval reiken), ieder met een score op dit meetmoment. Niet gecorrigeerd voor wie er behandeld zijn.',
    quarter: (number: string, year: string) => `kw ${number} ${year}`,
    half: (number: string, year: string) => `${number}e helft ${year}`,
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
    foot: 'Telt mensen bij wie de termijn van de maat in deze maanden begon en nu voorbij is.',
  },
}

const en: typeof nl = {
  about: (team, months) => `Team ${team}, what changed in the last ${months} months`,
  tab: 'Team',
  noTeam: 'You belong to no team',
  noTeamAbout: 'This is where your team’s outcomes are. Ask your administrator to add you to a team.',
  filters: 'What you are looking at',
  team: 'Team',
  period: 'Period',
  lastMonths: (count) => `last ${count} months`,
  measure: 'Outcome',
  treatment: 'Treatment',
  all: 'all',
  moment: 'Moment',
  usual: 'most answers',
  by: 'Split by',
  byMoment: 'moments',
  byStage: 'stages of the care path',
  upTo: (date) => `Up to and including ${date}. Groups of fewer than 10 people are hidden.`,
  lede: {
    higher: (now, before) =>
      `Of every 100 completed questionnaires ${now} were opened and discussed, ${before} in the months before: more than chance.`,
    lower: (now, before) =>
      `Of every 100 completed questionnaires ${now} were opened and discussed, ${before} in the months before: fewer, and not by chance.`,
    'no-signal': (now, before) =>
      `Of every 100 completed questionnaires ${now} were opened and discussed, ${before} in the months before: no signal.`,
    'too-few': (now) =>
      `Of every 100 completed questionnaires ${now} were opened and discussed. The months before hold too few to compare.`,
    none: 'Too few questionnaires were completed in these months to say anything yet.',
  },
  better: (share, moment) => `${moment}: ${share} of 100 clearly better than at the first measurement.`,
  started: (now) => `Of those invited ${now} % started.`,
  startedBefore: (now, before, signal) =>
    `Of those invited ${now} % started, ${before} % before${signal ? '' : ': no signal'}.`,
  distribution: {
    title: (measure, by) => `${measure}, per ${by}`,
    moment: 'moment',
    stage: 'stage',
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
      `${range}, ${direction}. Clearly = more than the measurement error, and enough to matter to patients where that is known. A bar counts those with a score; response = answered of what was asked and is over. Dotted: a group under 10 people stands here together with its neighbours.`,
    first: 'first measurement',
    own: 'Questions of our own, not a validated instrument.',
  },
  missing: {
    title: (moment) => `Who is missing: ${moment.toLocaleLowerCase('en')}`,
    all: (share) => `${share} % answered.`,
    behind: (groups) => `Clearly fewer: ${groups}.`,
    nobody: 'No group stays clearly behind.',
    few: 'Too few people have been asked at this moment yet.',
    groups: {
      'under-65': 'under 65',
      '65-74': '65–74 years',
      '75-and-over': '75 and over',
      nl: 'Dutch',
      other: 'other language',
      with: 'with e-mail',
      without: 'without e-mail',
    },
    foot: 'Asked = the moment is over, answered or not. Diamonds: 10 percentage points or more below all.',
  },
  discussed: {
    title: 'Results that were opened and discussed',
    higher: (lowest, highest) =>
      `Per month ${lowest} to ${highest} of every 100 completed questionnaires were discussed; together more than in the months before.`,
    lower: (lowest, highest) =>
      `Per month ${lowest} to ${highest} of every 100 completed questionnaires were discussed; together fewer than in the months before.`,
    'no-signal': (lowest, highest) =>
      `Per month ${lowest} to ${highest} of every 100 completed questionnaires were discussed; together no signal against the months before.`,
    'too-few': (lowest, highest) =>
      `Per month ${lowest} to ${highest} of every 100 completed questionnaires were discussed.`,
    few: 'No month yet with ten or more completed questionnaires.',
    one: (month, share) => `In ${month} ${share} % were discussed.`,
    axis: '% of completed questionnaires, per month of invitation, higher = better',
    foot: 'The bar is the 95 % interval: that far chance can reach. Months with fewer than 10 people are left out.',
  },
  funnel: {
    title: 'From invitation to talk',
    sentence: (step, discussed, of) =>
      `Most drop out at “${step}”. Of ${of} completed questionnaires ${discussed} % were opened and discussed.`,
    short: (step) => `Most drop out at “${step}”.`,
    few: 'Too few invitations have been sent yet.',
    steps: {
      invited: 'invited',
      started: 'started',
      completed: 'completed',
      opened: 'opened by the team',
      discussed: 'discussed',
    },
    declined: (n) => `${n} of the invited would rather not answer.`,
    foot: 'Each step counts only those who made the step before. Opened = 5 seconds in view on the patient page.',
  },
  time: {
    title: (measure, moment) => `${measure} over time: ${moment.toLocaleLowerCase('en')}`,
    sentence: (first, then, last, now) => `The mean went from ${then} (${first}) to ${now} (${last}).`,
    few: 'Not yet two periods with ten or more answers. Choose a longer period or another outcome.',
    later: 'all measurements after the first',
    whyLater: 'This moment alone has too few answers per period, so all later ones are taken together.',
    foot: 'Mean with 95 % interval (that far chance can reach), everybody with a score at this moment. Not adjusted for who was treated.',
    quarter: (number, year) => `Q${number} ${year}`,
    half: (number, year) => (number === '1' ? `first half ${year}` : `second half ${year}`),
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
    foot: 'Counts people for whom the period of the measure began in these months and is over now.',
  },
}

export const words = { nl, en } satisfies Words<typeof nl>
export type TeamWords = typeof nl
