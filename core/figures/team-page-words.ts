import type { Words } from '../words.ts'

const nl = {
  about: (team: string, months: number) => `Team ${team}, wat veranderde de laatste ${months} maanden`,
  tab: 'Team',
  print: 'Afdrukken',
  quarter: 'Maten van het team:',
  lede: {
    higher: (now: string, before: string) =>
      `Van elke 100 uitslagen die al besproken konden worden, zijn er ${now} geopend en besproken, in de maanden ervoor ${before}: dat is meer dan toeval.`,
    lower: (now: string, before: string) =>
      `Van elke 100 uitslagen die al besproken konden worden, zijn er ${now} geopend en besproken, in de maanden ervoor ${before}: dat is minder, en geen toeval.`,
    'no-signal': (now: string, before: string) =>
      `Van elke 100 uitslagen die al besproken konden worden, zijn er ${now} geopend en besproken, in de maanden ervoor ${before}: geen signaal.`,
    'too-few': (now: string) =>
      `Van elke 100 uitslagen die al besproken konden worden, zijn er ${now} geopend en besproken. Van de maanden ervoor zijn er te weinig om te vergelijken.`,
    none: 'Er zijn in deze maanden nog te weinig uitslagen die al besproken konden worden om iets te zeggen.',
  },
  better: (share: string, moment: string) =>
    `${moment}: ${share} van de 100 duidelijk beter dan bij de eerste meting.`,
  betterOf: (n: number, of: number, moment: string) =>
    `${moment}: ${n} van de ${of} duidelijk beter dan bij de eerste meting.`,
  started: (now: string) => `Van de genodigden startte ${now} %.`,
  startedBefore: (now: string, before: string, signal: boolean) =>
    `Van de genodigden startte ${now} %, ervoor ${before} %${signal ? '' : ': geen signaal'}.`,
}

const en: typeof nl = {
  about: (team, months) => `Team ${team}, what changed in the last ${months} months`,
  tab: 'Team',
  print: 'Print',
  quarter: 'Measures of the team:',
  lede: {
    higher: (now, before) =>
      `Of every 100 results that could be discussed by now, ${now} were opened and discussed, ${before} in the months before: more than chance.`,
    lower: (now, before) =>
      `Of every 100 results that could be discussed by now, ${now} were opened and discussed, ${before} in the months before: fewer, and not by chance.`,
    'no-signal': (now, before) =>
      `Of every 100 results that could be discussed by now, ${now} were opened and discussed, ${before} in the months before: no signal.`,
    'too-few': (now) =>
      `Of every 100 results that could be discussed by now, ${now} were opened and discussed. The months before hold too few to compare.`,
    none: 'Too few results of these months could be discussed by now to say anything yet.',
  },
  better: (share, moment) => `${moment}: ${share} of 100 clearly better than at the first measurement.`,
  betterOf: (n, of, moment) => `${moment}: ${n} of ${of} clearly better than at the first measurement.`,
  started: (now) => `Of those invited ${now} % started.`,
  startedBefore: (now, before, signal) =>
    `Of those invited ${now} % started, ${before} % before${signal ? '' : ': no signal'}.`,
}

/** What changed, in the first sentences of the page. */
export const pageWords = { nl, en } satisfies Words<typeof nl>
