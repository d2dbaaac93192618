import type { Words } from '../../../core/words.ts'

/** What changed, in one sentence and over time. */
export const chartWords = {
  nl: {
    wants: 'Wil vandaag bespreken',
    wanted: (date: string) => `Wilde op ${date} bespreken`,
    wantsNothing: 'Geen onderwerp gekozen',
    urgent: 'De patiënt zegt: dit kan niet wachten',
    chart: 'Uitkomsten over de tijd',
    chartAbout: 'Elke schaal op het eigen bereik; een streep breekt waar een meting ontbreekt.',
    noScores: 'Nog geen uitslagen',
    noScoresAbout:
      'Zodra de patiënt een vragenlijst instuurt, staan de scores hier, met de fasen van het zorgpad erboven. Onder “Metingen” ziet u wat er is gevraagd en verstuurd.',
    noScoreYet: (scales: string) => `Nog geen score: ${scales}.`,
    own: '* Eigen vragen, geen gevalideerde vragenlijst. Een verandering heet pas zo als zij groter is dan de meetfout én dan wat patiënten merken.',
    sincePrevious: (date: string) => `sinds vorige, ${date}`,
    sinceFirst: (date: string) => `sinds eerste, ${date}`,
    sincePreviousAny: 'sinds de vorige meting',
    sinceFirstAny: 'sinds de eerste meting',
    ways: {
      scoredBy: (version: number) => `rekenwijze ${version}`,
      byOthers: 'Een open punt is ingevuld door een naaste.',
      letter: { web: 'S', tablet: 'K', paper: 'P', phone: 'T' } as Record<string, string>,
      letters: (list: string, without: string) =>
        `Ingevuld: ${list}${without ? `; zonder letter ${without}` : ''}.`,
      version: (version: number) => `r${version}`,
      versions: (list: string) =>
        `Bij ${list} veranderde de rekenwijze: de streep breekt daar, en ervoor en erna zijn niet te vergelijken.`,
    },
    women: 'vrouwen',
    men: 'mannen',
    everybody: 'iedereen',
    years: (from: number, to: number) => (to >= 110 ? `vanaf ${from} jaar` : `${from}–${to} jaar`),
    likeThem: 'vergelijkbare mensen',
    beyond: (threshold: string) => `Meer dan de meetfout en dan de grens voor deze groep (${threshold}).`,
    againstFirst: (value: string, date: string, verdict: string) =>
      `Tegenover de eerste meting, ${date} (${value}): ${verdict}.`,
    others: {
      better: 'beter',
      worse: 'slechter',
      same: 'zonder duidelijke verandering',
      unknown: 'niet te zeggen',
    },
    othersAbout: (list: string) => `Van de andere schalen: ${list}.`,
    withinError: 'Geen verschil is groter dan de meetfout en de grens voor deze groep.',
    sentenceFor: (name: string, panels: number, finding: string) =>
      `${panels} schalen van ${name} over de tijd. ${finding}`,
  },
  en: {
    wants: 'Wants to discuss today',
    wanted: (date: string) => `Wanted to discuss on ${date}`,
    wantsNothing: 'No topic chosen',
    urgent: 'The patient says: this cannot wait',
    chart: 'Outcomes over time',
    chartAbout: 'Each scale on its own range; a line breaks where a measurement is missing.',
    noScores: 'No results yet',
    noScoresAbout:
      'As soon as the patient sends a questionnaire, the scores are here, with the stages of the care path above them. Under “Measurements” you see what was asked and sent.',
    noScoreYet: (scales: string) => `No score yet: ${scales}.`,
    own: '* Own questions, not a validated instrument. A change is only called one when it exceeds both the measurement error and what patients notice.',
    sincePrevious: (date: string) => `since previous, ${date}`,
    sinceFirst: (date: string) => `since first, ${date}`,
    sincePreviousAny: 'since the previous one',
    sinceFirstAny: 'since the first one',
    ways: {
      scoredBy: (version: number) => `scoring ${version}`,
      byOthers: 'An open point was answered by a relative.',
      letter: { web: 'S', tablet: 'C', paper: 'P', phone: 'T' } as Record<string, string>,
      letters: (list: string, without: string) =>
        `Answered: ${list}${without ? `; without a letter ${without}` : ''}.`,
      version: (version: number) => `s${version}`,
      versions: (list: string) =>
        `At ${list} the way of scoring changed: the line breaks there, and before and after cannot be compared.`,
    },
    women: 'women',
    men: 'men',
    everybody: 'everybody',
    years: (from: number, to: number) => (to >= 110 ? `${from} years and over` : `${from}–${to} years`),
    likeThem: 'comparable people',
    beyond: (threshold: string) =>
      `More than the measurement error and than the threshold for this group (${threshold}).`,
    againstFirst: (value: string, date: string, verdict: string) =>
      `Against the first measurement, ${date} (${value}): ${verdict}.`,
    others: { better: 'better', worse: 'worse', same: 'without a clear change', unknown: 'cannot be said' },
    othersAbout: (list: string) => `Of the other scales: ${list}.`,
    withinError: 'No difference is larger than the measurement error and the threshold for this group.',
    sentenceFor: (name: string, panels: number, finding: string) =>
      `${panels} scales of ${name} over time. ${finding}`,
  },
} satisfies Words<unknown>
