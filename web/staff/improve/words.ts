import type { Words } from '../../../core/words.ts'

const nl = {
  tab: 'Verbeteren',
  about: (team: string) => `Team ${team}, wat er in de laatste perioden veranderde`,
  noFigures:
    'Deze uitkomstenset heeft nog geen maten om op te sturen. De redacteur van de set kan ze toevoegen.',
  lede: {
    better: (list: string) => `Een signaal dat het beter gaat: ${list}.`,
    worse: (list: string) => `Een signaal dat het slechter gaat: ${list}.`,
    mixed: (list: string) => `Signalen die elkaar tegenspreken: ${list}.`,
    chance:
      'Hoe meer maten tegelijk, hoe vaker toeval alleen al ergens een signaal geeft: bij tien in ongeveer één op de vijf kwartalen.',
    quiet: 'Geen enkele maat geeft een signaal: wat bewoog, past bij toeval.',
    rest: (n: number) =>
      n === 1 ? 'Bij 1 andere maat is er geen signaal.' : `Bij ${n} andere maten is er geen signaal.`,
    few: (n: number) =>
      n === 1
        ? 'Voor 1 maat zijn er nog te weinig perioden of mensen.'
        : `Voor ${n} maten zijn er nog te weinig perioden of mensen.`,
    none: 'Er zijn nog te weinig perioden om toeval van verandering te onderscheiden.',
    moved: (title: string, last: string, before: string) => `${title} (${last}, ervoor ${before})`,
    at: (title: string, last: string) => `${title} (${last})`,
  },
  indicator: 'Maat',
  months: 'Periode',
  lastMonths: (n: number) => `laatste ${n} maanden`,
  upTo: (day: string) =>
    `Het is ${day}. Een periode telt als zij voorbij is; groepen onder 10 mensen zijn verborgen.`,
  sides: { outcome: 'Uitkomst', experience: 'Ervaring', clinical: 'Klinisch', process: 'Proces' },
  chart: {
    better: (value: string, period: string) => `Signaal, en goed nieuws: ${value} in ${period}.`,
    worse: (value: string, period: string) => `Signaal, en geen goed nieuws: ${value} in ${period}.`,
    mixed: (value: string, period: string) =>
      `Signalen die elkaar tegenspreken, het laatste: ${value} in ${period}.`,
    'no-signal': (value: string, period: string) =>
      `Geen signaal: ${value} in ${period}, dat past bij toeval.`,
    'too-few': (value: string, period: string) =>
      `${value} in ${period}. Er zijn nog geen 8 perioden om grenzen mee te tekenen.`,
    none: 'Nog geen twee perioden met tien of meer mensen. Kies een langere periode of een andere maat.',
    limits:
      'Grenzen: drie standaardafwijkingen van het midden, en bij zeldzame gebeurtenissen zo ver als toeval even zelden komt. Ze blijven staan zolang een verbetering loopt; na een verbetering die is ingevoerd tekenen we ze opnieuw, zodra er acht perioden zijn.',
    kinds: {
      individuals: 'XmR-kaart van gemiddelden.',
      share: 'p-kaart van aandelen.',
      rate: 'u-kaart van aantallen.',
    },
    counts: (numerator: string, denominator: string, exclusions: string, when: string) =>
      `Teller: ${numerator}. Noemer: ${denominator}. Telt niet mee: ${exclusions}. Wanneer: ${when}.`,
    target: (value: string) => `Streefwaarde: ${value}.`,
    unverified: 'Werkafspraak, niet nagekeken in een bron.',
  },
  list: {
    title: 'Verbeteringen',
    about: 'Wat het team veranderde, en wat het ervan leerde. Elke verbetering is een lijn in de grafieken.',
    none: 'Nog geen verbetering vastgelegd. Leg vast wat u verandert: dan laat de grafiek zien of het werkt.',
    add: 'Verbetering vastleggen',
    states: { open: 'loopt', adopted: 'ingevoerd', abandoned: 'gestopt' },
    changed: 'Veranderd',
    expected: 'Verwacht',
    learnt: 'Geleerd',
    by: (name: string) => `vastgelegd door ${name}`,
    end: 'Afronden',
    endOf: (title: string) => `${title} afronden`,
    all: 'alle maten',
  },
  form: {
    title: 'Wat verandert u?',
    name: 'Naam, voor bij de lijn',
    nameHint: 'Kort, zoals “Vaste vijf minuten in het consult”.',
    startedOn: 'Vanaf',
    changed: 'Wat is er anders?',
    expected: 'Welk effect verwacht u?',
    indicator: 'Voor welke maat?',
    save: 'Vastleggen',
    close: 'Sluiten',
  },
  ending: {
    title: 'Verbetering afronden',
    state: 'Wat besluit het team?',
    adopted: 'Invoeren: zo werken we voortaan',
    abandoned: 'Stoppen: zo werken we niet verder',
    learnt: 'Wat heeft u geleerd?',
    save: 'Afronden',
  },
  problems: {
    improvement_day: 'Kies een dag in de afgelopen tien jaar, of in het komende jaar.',
    improvement_ended: 'Deze verbetering is al afgerond.',
    improvement_to_come: 'Deze verbetering is nog niet begonnen. Rond haar af vanaf de dag waarop ze begint.',
  } as Record<string, string>,
}

const en: typeof nl = {
  tab: 'Improve',
  about: (team) => `Team ${team}, what changed in the last periods`,
  noFigures: 'This outcome set has no figures to steer by yet. The editor of the set can add them.',
  lede: {
    better: (list) => `A signal for the better: ${list}.`,
    worse: (list) => `A signal for the worse: ${list}.`,
    mixed: (list) => `Signals that contradict each other: ${list}.`,
    chance:
      'The more figures at once, the more often chance alone gives a signal somewhere: with ten in about one quarter in five.',
    quiet: 'No figure gives a signal: what moved fits chance.',
    rest: (n) => (n === 1 ? 'One other figure shows no signal.' : `${n} other figures show no signal.`),
    few: (n) =>
      n === 1
        ? 'For one figure there are too few periods or people yet.'
        : `For ${n} figures there are too few periods or people yet.`,
    none: 'There are too few periods yet to tell chance from change.',
    moved: (title, last, before) => `${title} (${last}, ${before} before)`,
    at: (title, last) => `${title} (${last})`,
  },
  indicator: 'Figure',
  months: 'Period',
  lastMonths: (n) => `last ${n} months`,
  upTo: (day) => `It is ${day}. A period counts once it is over; groups under 10 people are hidden.`,
  sides: { outcome: 'Outcome', experience: 'Experience', clinical: 'Clinical', process: 'Process' },
  chart: {
    better: (value, period) => `A signal, and good news: ${value} in ${period}.`,
    worse: (value, period) => `A signal, and no good news: ${value} in ${period}.`,
    mixed: (value, period) => `Signals that contradict each other, the last: ${value} in ${period}.`,
    'no-signal': (value, period) => `No signal: ${value} in ${period}, which fits chance.`,
    'too-few': (value, period) => `${value} in ${period}. There are not yet 8 periods to draw limits from.`,
    none: 'Not yet two periods with ten or more people. Choose a longer period or another figure.',
    limits:
      'Limits: three standard deviations from the centre, and for rare events as far as chance comes as seldom. They stay while an improvement runs; after one that was adopted we draw them anew, once there are eight periods.',
    kinds: { individuals: 'XmR chart of means.', share: 'p chart of shares.', rate: 'u chart of counts.' },
    counts: (numerator, denominator, exclusions, when) =>
      `Numerator: ${numerator}. Denominator: ${denominator}. Not counted: ${exclusions}. When: ${when}.`,
    target: (value) => `Target: ${value}.`,
    unverified: 'A working agreement, not checked in a source.',
  },
  list: {
    title: 'Improvements',
    about: 'What the team changed, and what it learnt. Each is a line on the charts.',
    none: 'No improvement recorded yet. Record what you change: then the chart shows whether it works.',
    add: 'Record an improvement',
    states: { open: 'running', adopted: 'adopted', abandoned: 'abandoned' },
    changed: 'Changed',
    expected: 'Expected',
    learnt: 'Learnt',
    by: (name) => `recorded by ${name}`,
    end: 'Conclude',
    endOf: (title) => `Conclude ${title}`,
    all: 'all figures',
  },
  form: {
    title: 'What do you change?',
    name: 'Name, to stand at the line',
    nameHint: 'Short, such as “Five fixed minutes in the consult”.',
    startedOn: 'From',
    changed: 'What is different?',
    expected: 'Which effect do you expect?',
    indicator: 'For which figure?',
    save: 'Record',
    close: 'Close',
  },
  ending: {
    title: 'Conclude an improvement',
    state: 'What does the team decide?',
    adopted: 'Adopt: this is how we work from now on',
    abandoned: 'Abandon: we do not go on like this',
    learnt: 'What did you learn?',
    save: 'Conclude',
  },
  problems: {
    improvement_day: 'Choose a day of the past ten years, or of the coming one.',
    improvement_ended: 'This improvement was concluded already.',
    improvement_to_come: 'This improvement has not begun yet. Conclude it from the day it begins.',
  },
}

export const words = { nl, en } satisfies Words<typeof nl>
