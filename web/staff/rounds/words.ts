import type { Words } from '../../../core/words.ts'

export const words = {
  nl: {
    tab: 'Samenwerken',
    title: 'Wat collega’s en partners vinden',
    about:
      'Vragen aan wie in of met het team werkt, zonder naam. Elke link werkt één keer, en nergens staat wie hem kreeg. De uitkomst staat hier als de ronde voorbij is, en alleen als minstens 5 mensen antwoordden.',
    none: 'Er is nog geen ronde geweest.',
    start: 'Een ronde beginnen',
    questionnaire: 'Vragenlijst',
    people: 'Hoeveel mensen vraagt u?',
    peopleHint: 'Collega’s en partners samen, 5 tot 200. Zoveel links krijgt u.',
    days: 'Hoeveel dagen staat de ronde open? (1 tot 60)',
    make: 'Beginnen en links maken',
    links: (count: number) => `${count} links, elk voor één persoon`,
    linksAbout:
      'Ze staan hier één keer en zijn daarna niet meer te zien. Geef ze rond zonder op te schrijven wie welke krijgt.',
    open: (until: string) => `Open ${until}`,
    over: (day: string) => `Voorbij sinds ${day}`,
    answered: (answered: number, invited: number) => `${answered} van ${invited} antwoordden`,
    soFar: (answered: number, invited: number) =>
      answered === 0
        ? `nog minder dan 5 van ${invited} antwoordden`
        : `minstens ${answered} van ${invited} antwoordden`,
    later: 'De uitkomst staat hier als de ronde voorbij is.',
    tooFew: 'Minder dan 5 mensen antwoordden. De uitkomst blijft verborgen.',
    end: 'Ronde nu beëindigen',
    aspect: 'Over',
    mean: 'Gemiddelde',
    before: 'Ronde ervoor',
    n: 'Antwoorden',
    few: 'te weinig',
    problems: {
      invalid: 'Vul een aantal mensen van 5 tot 200 in, en 1 tot 60 dagen.',
      not_for_staff: 'Deze vragenlijst is niet (meer) voor collega’s en partners.',
      round_over: 'Deze ronde was al voorbij. De pagina is bijgewerkt.',
      forbidden: 'Alleen de teamleider begint en beëindigt een ronde.',
    } as Record<string, string>,
  },
  en: {
    tab: 'Collaboration',
    title: 'What colleagues and partners think',
    about:
      'Questions for who works in or with the team, without names. Each link works once, and who got it is written nowhere. The outcome stands here when the round is over, and only if at least 5 people answered.',
    none: 'There has been no round yet.',
    start: 'Begin a round',
    questionnaire: 'Questionnaire',
    people: 'How many people do you ask?',
    peopleHint: 'Colleagues and partners together, 5 to 200. So many links you get.',
    days: 'For how many days is the round open? (1 to 60)',
    make: 'Begin and make links',
    links: (count: number) => `${count} links, each for one person`,
    linksAbout:
      'They stand here once and cannot be seen again. Hand them round without writing down who gets which.',
    open: (until: string) => `Open ${until}`,
    over: (day: string) => `Over since ${day}`,
    answered: (answered: number, invited: number) => `${answered} of ${invited} answered`,
    soFar: (answered: number, invited: number) =>
      answered === 0
        ? `fewer than 5 of ${invited} answered so far`
        : `at least ${answered} of ${invited} answered`,
    later: 'The outcome stands here when the round is over.',
    tooFew: 'Fewer than 5 people answered. The outcome stays hidden.',
    end: 'End the round now',
    aspect: 'About',
    mean: 'Mean',
    before: 'Round before',
    n: 'Answers',
    few: 'too few',
    problems: {
      invalid: 'Fill in 5 to 200 people, and 1 to 60 days.',
      not_for_staff: 'This questionnaire is not for colleagues and partners (any more).',
      round_over: 'This round was over already. The page is up to date.',
      forbidden: 'Only the team lead begins and ends a round.',
    } as Record<string, string>,
  },
} satisfies Words<unknown>
