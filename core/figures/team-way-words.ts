import type { Words } from '../words.ts'

const nl = {
  missing: {
    title: (moment: string) => `Wie ontbreekt: ${moment.toLocaleLowerCase('nl')}`,
    all: (share: string) => `${share} % antwoordde.`,
    behind: (groups: string) => `Duidelijk minder: ${groups}.`,
    nobody: 'Geen groep blijft duidelijk achter.',
    few: 'Op dit meetmoment is nog aan te weinig mensen iets gevraagd.',
    everybody: 'Kies alle patiënten om te zien wie er ontbreekt.',
    groups: {
      'under-65': 'jonger dan 65',
      '65-74': '65–74 jaar',
      '75-and-over': '75 en ouder',
      nl: 'Nederlands',
      other: 'andere taal',
      with: 'met e-mail',
      without: 'zonder e-mail',
    } as Record<string, string>,
    diamonds: 'Ruiten: 10 procentpunten of meer onder allen.',
    foot: 'Gevraagd = het meetmoment is voorbij, beantwoord of niet. Leeftijd, taal en e-mail gaan elk over een eigen reeks maanden, tot in elke groep minstens 10 mensen zitten; wie daarna kwam, telt later mee. Daarom tellen ze niet op tot hetzelfde aantal.',
  },
  discussed: {
    title: 'Uitslagen die zijn geopend en besproken',
    higher: (lowest: string, highest: string) =>
      `Per maand zijn ${lowest} tot ${highest} van elke 100 uitslagen die besproken konden worden, besproken; samen meer dan in de maanden ervoor.`,
    lower: (lowest: string, highest: string) =>
      `Per maand zijn ${lowest} tot ${highest} van elke 100 uitslagen die besproken konden worden, besproken; samen minder dan in de maanden ervoor.`,
    'no-signal': (lowest: string, highest: string) =>
      `Per maand zijn ${lowest} tot ${highest} van elke 100 uitslagen die besproken konden worden, besproken; samen geen signaal tegenover de maanden ervoor.`,
    'too-few': (lowest: string, highest: string) =>
      `Per maand zijn ${lowest} tot ${highest} van elke 100 uitslagen die besproken konden worden, besproken.`,
    few: 'Nog geen maand met tien of meer uitslagen die al besproken konden worden.',
    running: 'loopt nog',
    one: (month: string, share: string) => `In ${month} werd ${share} % besproken.`,
    axis: '% van wat besproken kon worden, per maand van uitnodiging, hoger = beter',
    foot: 'Een uitslag telt mee zodra de afspraak is begonnen, of meteen als er geen afspraak is. De streep is het 95 %-interval: zo ver kan toeval reiken. Een maand telt als ze voorbij is; met minder dan 10 mensen alleen in het totaal, samen met de maanden erna.',
  },
  funnel: {
    title: 'Van uitnodiging tot gesprek',
    sentence: (step: string, discussed: string, of: number) =>
      `De meesten vallen af bij “${step}”. Van ${of} uitslagen die al besproken konden worden, is ${discussed} % geopend en besproken.`,
    short: (step: string) => `De meesten vallen af bij “${step}”.`,
    few: 'Er zijn nog te weinig uitnodigingen verstuurd.',
    steps: {
      invited: 'uitgenodigd',
      started: 'gestart',
      completed: 'ingevuld',
      opened: 'geopend door het team',
      discussed: 'besproken',
    } as Record<string, string>,
    toCome: (n: number) =>
      n === 1
        ? 'Bij 1 uitslag moet de afspraak nog komen.'
        : `Bij ${n} uitslagen moet de afspraak nog komen.`,
    declined: (n: number) =>
      `${n} ${n === 1 ? 'uitgenodigde antwoordt' : 'uitgenodigden antwoorden'} liever niet.`,
    foot: 'Elke stap telt alleen wie de stap ervoor haalde. Geopend = 5 seconden in beeld op de patiëntpagina, en telt zodra de afspraak is begonnen.',
  },
}

const en: typeof nl = {
  missing: {
    title: (moment) => `Who is missing: ${moment.toLocaleLowerCase('en')}`,
    all: (share) => `${share} % answered.`,
    behind: (groups) => `Clearly fewer: ${groups}.`,
    nobody: 'No group stays clearly behind.',
    few: 'Too few people have been asked at this moment yet.',
    everybody: 'Choose all patients to see who is missing.',
    groups: {
      'under-65': 'under 65',
      '65-74': '65–74 years',
      '75-and-over': '75 and over',
      nl: 'Dutch',
      other: 'other language',
      with: 'with e-mail',
      without: 'without e-mail',
    },
    diamonds: 'Diamonds: 10 percentage points or more below all.',
    foot: 'Asked = the moment is over, answered or not. Age, language and e-mail are each about months of their own, until every group has at least 10 people; who came since counts later. That is why they do not add up to the same number.',
  },
  discussed: {
    title: 'Results that were opened and discussed',
    higher: (lowest, highest) =>
      `Per month ${lowest} to ${highest} of every 100 results that could be discussed were discussed; together more than in the months before.`,
    lower: (lowest, highest) =>
      `Per month ${lowest} to ${highest} of every 100 results that could be discussed were discussed; together fewer than in the months before.`,
    'no-signal': (lowest, highest) =>
      `Per month ${lowest} to ${highest} of every 100 results that could be discussed were discussed; together no signal against the months before.`,
    'too-few': (lowest, highest) =>
      `Per month ${lowest} to ${highest} of every 100 results that could be discussed were discussed.`,
    few: 'No month yet with ten or more results that could be discussed by now.',
    running: 'not over yet',
    one: (month, share) => `In ${month} ${share} % were discussed.`,
    axis: '% of what could be discussed, per month of invitation, higher = better',
    foot: 'A result counts once its appointment has begun, or at once where there is none. The bar is the 95 % interval: that far chance can reach. A month counts once it is over; with fewer than 10 people only in the total, together with the months after it.',
  },
  funnel: {
    title: 'From invitation to talk',
    sentence: (step, discussed, of) =>
      `Most drop out at “${step}”. Of ${of} results that could be discussed by now, ${discussed} % were opened and discussed.`,
    short: (step) => `Most drop out at “${step}”.`,
    few: 'Too few invitations have been sent yet.',
    steps: {
      invited: 'invited',
      started: 'started',
      completed: 'completed',
      opened: 'opened by the team',
      discussed: 'discussed',
    },
    toCome: (n) =>
      n === 1
        ? '1 result has its appointment still to come.'
        : `${n} results have their appointment still to come.`,
    declined: (n) => `${n} of the invited would rather not answer.`,
    foot: 'Each step counts only those who made the step before. Opened = 5 seconds in view on the patient page, and counts once the appointment has begun.',
  },
}

/** From invitation to conversation, and who is missing. */
export const wayWords = { nl, en } satisfies Words<typeof nl>
