import type { Words } from '../../../core/words.ts'

const nl = {
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
}

const en: typeof nl = {
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
}

/** From invitation to conversation, and who is missing. */
export const wayWords = { nl, en } satisfies Words<typeof nl>
