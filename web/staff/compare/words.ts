import type { Words } from '../../../core/words.ts'

const nl = {
  tab: 'Vergelijken',
  title: (indicator: string) => `Vergelijken: ${indicator.toLocaleLowerCase('nl')}`,
  closed: {
    heading: 'Vergelijken met anderen',
    title: 'Vergelijken staat nog uit',
    about:
      'Een team begint met zijn eigen patiënten en zijn eigen verloop. Als u zover bent, zet de teamleider het vergelijken aan.',
    both: 'Doet u mee, dan ziet u de andere teams van de regio die meedoen, en zij zien u: zonder naam, zonder rangorde. Als er maar weinig teams meedoen, is te raden wie u bent. Kosten en prijzen doen nooit mee.',
    lead: 'Alleen de teamleider kan dit aanzetten.',
    open: 'Vergelijken aanzetten',
  },
  close: 'Vergelijken uitzetten',
  since: (day: string) => `Aan sinds ${day}.`,
  indicator: 'Maat',
  by: 'Tussen',
  units: {
    team: 'teams in de regio',
    organisation: 'organisaties in de regio',
    treatment: 'eigen behandelingen',
    site: 'eigen locaties',
    clinician: 'mijn patiënten en die van collega’s samen',
  },
  ownOrganisation: 'onze organisatie',
  mine: 'mijn patiënten',
  colleagues: 'alle andere patiënten van het team',
  noSite: 'zonder locatie',
  upTo: (from: string, to: string) =>
    `${from} – ${to}, hele kwartalen. Groepen onder 10 mensen zijn verborgen.`,
  other: {
    team: (number: string) => `ander team ${number}`,
    organisation: (number: string) => `andere organisatie ${number}`,
  },
  noTreatment: 'nog geen keuze',
  sentence: {
    within: (value: string, all: string) =>
      `Ons resultaat (${value}) past bij wat u van toeval mag verwachten; allen samen ${all}.`,
    'beyond-95': (value: string, all: string) =>
      `Ons resultaat (${value}) ligt buiten de 95 %-grens; allen samen ${all}. Zoek uit waarom: het kan ook aan de gegevens liggen.`,
    'beyond-998': (value: string, all: string) =>
      `Ons resultaat (${value}) ligt buiten de 99,8 %-grens; allen samen ${all}. Zoek uit waarom: het kan ook aan de gegevens liggen.`,
    'low-response': (value: string) =>
      `Onze respons is te laag om ${value} te duiden: wie niet antwoordde, kan anders zijn.`,
    'too-few': (value: string) =>
      `Ruw is het ${value}. Wij hebben minder dan 30 mensen: vergelijken zou toeval zijn.`,
    'too-few-others': (value: string, all: string) =>
      `Gecorrigeerd is het ${value}; allen samen ${all}. Er is nog niemand om mee te vergelijken, of te weinig: dat kan pas naast genoeg anderen met elk 30 mensen.`,
    'no-model': (value: string) =>
      `Ruw is het ${value}. Er zijn te weinig mensen voor een correctie, dus geen vergelijking.`,
  },
  none: 'Over dit team is nog niets te zeggen: minder dan 10 mensen, of een kleine groep zou te herleiden zijn.',
  fewClinicians:
    'Uw eigen patiënten staan pas los als drie behandelaren er elk minstens tien hebben. Met twee zou u van elkaar lezen hoe het gaat. Ook een kleine groep blijft verborgen.',
  noGroup: 'Geen van deze groepen wordt getoond: een kleine groep zou te herleiden zijn.',
  among: (n: number) =>
    n === 0
      ? 'Geen groep heeft al de 30 mensen die een vergelijking nodig heeft. U ziet de ruwe waarden.'
      : `Van ${n} groepen kan de plaats worden bepaald. Wie in welke groep komt, is geen loting: verschillen kunnen bij de mensen liggen.`,
  outside: (names: string) => `Buiten de grenzen: ${names}.`,
  funnel: 'Trechter: plaats tussen de anderen',
  caterpillar: 'Elke groep met zijn interval',
  axis: { share: '% van de mensen', mean: 'gemiddelde score' },
  adjusted: 'gecorrigeerd',
  raw: 'ruw',
  better: { 'higher-is-better': 'hoger = beter', 'higher-is-worse': 'lager = beter' },
  caterpillarFoot:
    'Stip: gecorrigeerd, met 95 %-interval. Ring: ruw. Gestreept: alleen ruw. De volgorde is het aantal mensen, geen rangorde.',
  funnelFoot:
    'Anderen blijven naamloos; er is geen volgorde. De grenzen zijn getekend voor gemiddelde patiënten. Ruit: buiten de grenzen die bij de eigen patiënten horen. Holle stip: respons onder 60 %, of te weinig teams.',
  model: {
    title: 'Waarvoor is gecorrigeerd?',
    none: 'Er is geen model: te weinig mensen voor de kenmerken, of iedereen heeft dezelfde uitkomst.',
    kinds: { logistic: 'Logistische regressie', linear: 'Lineaire regressie' },
    about: (kind: string, n: number, incomplete: number) =>
      `${kind} op ${n} mensen${incomplete > 0 ? `; ${incomplete} hadden niet alle kenmerken en tellen alleen ruw mee` : ''}.`,
    fit: {
      logistic: (value: string) => `c-statistiek ${value}: 0,5 is raden, 1 is feilloos.`,
      linear: (value: string) => `Verklaarde variantie (R²) ${value} %.`,
    },
    variable: 'Kenmerk',
    constant: 'Constante',
    coefficient: 'Coëfficiënt',
    error: 'Standaardfout',
    notRecorded: (list: string) => `Wel in de set, maar niet vastgelegd en dus niet gecorrigeerd: ${list}.`,
  },
}

const en: typeof nl = {
  tab: 'Compare',
  title: (indicator) => `Comparison: ${indicator.toLocaleLowerCase('en')}`,
  closed: {
    heading: 'Comparison with others',
    title: 'Comparison is off',
    about:
      'A team begins with its own patients and its own course. When you are ready, the team lead opens the comparison.',
    both: 'If you take part you see the other teams of the region that do, and they see you: without names, without ranking. Where few teams take part, it can be guessed who you are. Costs and prices never take part.',
    lead: 'Only the team lead can open it.',
    open: 'Open the comparison',
  },
  close: 'Close the comparison',
  since: (day) => `Open since ${day}.`,
  indicator: 'Figure',
  by: 'Between',
  units: {
    team: 'teams in the region',
    organisation: 'organisations in the region',
    treatment: 'own treatments',
    site: 'own sites',
    clinician: 'my patients and those of colleagues together',
  },
  ownOrganisation: 'our organisation',
  mine: 'my patients',
  colleagues: 'all other patients of the team',
  noSite: 'without a site',
  upTo: (from, to) => `${from} – ${to}, whole quarters. Groups under 10 people are hidden.`,
  other: {
    team: (number) => `other team ${number}`,
    organisation: (number) => `other organisation ${number}`,
  },
  noTreatment: 'not chosen yet',
  sentence: {
    within: (value, all) => `Our result (${value}) fits what chance allows; all together ${all}.`,
    'beyond-95': (value, all) =>
      `Our result (${value}) lies outside the 95 % limit; all together ${all}. Find out why: it may be the data.`,
    'beyond-998': (value, all) =>
      `Our result (${value}) lies outside the 99.8 % limit; all together ${all}. Find out why: it may be the data.`,
    'low-response': (value) =>
      `Our response is too low to interpret ${value}: those who did not answer may be different.`,
    'too-few': (value) => `Raw it is ${value}. We have fewer than 30 people: a comparison would be chance.`,
    'too-few-others': (value, all) =>
      `Adjusted it is ${value}; all together ${all}. There is nobody to compare with yet, or too few: that takes enough others with 30 people each.`,
    'no-model': (value) => `Raw it is ${value}. There are too few people to adjust, so no comparison.`,
  },
  none: 'Nothing can be said of this team yet: fewer than 10 people, or a small group could be worked out.',
  fewClinicians:
    'Your own patients stand apart only when three clinicians have at least ten each. With two, you would read each other’s results. A small group stays hidden too.',
  noGroup: 'None of these groups is shown: a small group could be worked out.',
  among: (n) =>
    n === 0
      ? 'No group has the 30 people yet that a comparison needs. You see the raw values.'
      : `The standing of ${n} groups can be told. Who comes into which group is not drawn by lot: differences may lie in the people.`,
  outside: (names) => `Outside the limits: ${names}.`,
  funnel: 'Funnel: standing among the others',
  caterpillar: 'Each group with its interval',
  axis: { share: '% of people', mean: 'mean score' },
  adjusted: 'adjusted',
  raw: 'raw',
  better: { 'higher-is-better': 'higher = better', 'higher-is-worse': 'lower = better' },
  caterpillarFoot:
    'Dot: adjusted, with its 95 % interval. Ring: raw. Dashed: raw only. The order is the number of people, no ranking.',
  funnelFoot:
    'Others stay nameless; there is no order. The limits are drawn for average patients. Diamond: outside the limits that belong to one’s own patients. Hollow dot: response below 60 %, or too few teams.',
  model: {
    title: 'What was adjusted for?',
    none: 'There is no model: too few people for the variables, or everybody has the same outcome.',
    kinds: { logistic: 'Logistic regression', linear: 'Linear regression' },
    about: (kind, n, incomplete) =>
      `${kind} on ${n} people${incomplete > 0 ? `; ${incomplete} lacked a variable and count raw only` : ''}.`,
    fit: {
      logistic: (value) => `c statistic ${value}: 0.5 is guessing, 1 is faultless.`,
      linear: (value) => `Variance explained (R²) ${value} %.`,
    },
    variable: 'Variable',
    constant: 'Constant',
    coefficient: 'Coefficient',
    error: 'Standard error',
    notRecorded: (list) => `In the set, but recorded by nobody and so not adjusted for: ${list}.`,
  },
}

export const words = { nl, en } satisfies Words<typeof nl>
