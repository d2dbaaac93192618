import type { Words } from '../../../core/words.ts'

const nl = {
  tab: 'Gegevens',
  title: 'Gegevens voor een register of eigen onderzoek van de zorg',
  about:
    'Eén regel per meetmoment dat beantwoord of voorbij is: scores, klinische maten en wat nodig is om ze te lezen. Zonder namen, nummers, datums en eigen woorden; ieder heeft een schuilnaam die alleen binnen dit project geldt.',
  aboutRegister:
    'Wat dit register vraagt, in zijn eigen namen, codes en termijnen. Zonder namen, nummers en eigen woorden; ieder heeft een schuilnaam die alleen in dit register geldt.',
  forWhom: 'Voor',
  ownChoice: 'een eigen dataset',
  destination: 'Voor wie',
  destinationHint: 'Bijvoorbeeld de naam van het kwaliteitsregister, of de werkgroep.',
  destinationWrong: 'Schrijf op voor wie het is, in 3 tot 120 tekens.',
  basis: 'Op welke grond',
  bases: {
    'own-quality': 'kwaliteit van de eigen zorg',
    'legal-duty': 'wettelijk aangewezen kwaliteitsregister',
    'own-basis': 'ander register, op eigen grondslag (noem die hierboven)',
    research: 'onderzoek, alleen van wie daarvoor toestemming gaf',
  },
  project: 'Naam van het project',
  projectHint:
    'Kleine letters, cijfers en streepjes, zoals heup-2026. Dezelfde naam geeft dezelfde schuilnamen.',
  projectWrong: 'Gebruik kleine letters, cijfers en streepjes, en begin met een letter.',
  period: 'Periode',
  lastMonths: (count: number) => `laatste ${count} maanden`,
  quality: {
    title: 'Hoe goed zijn de gegevens?',
    about: (since: string) => `Van wat sinds ${since} gevraagd of gedaan is en nu voorbij is.`,
    moments: 'Wat patiënten invullen',
    measures: 'Wat het team en de administratie vastleggen',
    columns: ['Verwacht', 'Bekend', 'Dagen tot bekend', 'Onbruikbaar', 'Waarvandaan'],
    few: 'minder dan 10 mensen',
    sources: {
      web: 'zelf ingevuld',
      tablet: 'tablet',
      paper: 'papier',
      phone: 'telefoon',
      staff: 'met de hand',
      csv: 'bestand',
    } as Record<string, string>,
    foot: 'Dagen: de mediaan, vanaf het openen van de vragen of vanaf de dag waarop de maat telt. Onbruikbaar: een antwoord zonder één score, of een waarde buiten wat mogelijk is.',
  },
}

const en: typeof nl = {
  tab: 'Data',
  title: 'Data for a register, or for looking into your own care',
  about:
    'One line per moment that was answered or is over: scores, clinical measures and what is needed to read them. Without names, numbers, dates and anybody’s own words; each person has a pseudonym that holds within this project only.',
  aboutRegister:
    'What this register asks, in its own names, codes and windows. Without names, numbers and anybody’s own words; each person has a pseudonym that holds within this register only.',
  forWhom: 'For',
  ownChoice: 'a dataset of our own',
  destination: 'For whom',
  destinationHint: 'For example the name of the quality register, or of the working group.',
  destinationWrong: 'Write down whom it is for, in 3 to 120 characters.',
  basis: 'On what ground',
  bases: {
    'own-quality': 'quality of our own care',
    'legal-duty': 'quality register appointed by law',
    'own-basis': 'another register, on its own ground (name it above)',
    research: 'research, only of those who agreed to it',
  },
  project: 'Name of the project',
  projectHint:
    'Small letters, digits and hyphens, such as hip-2026. The same name gives the same pseudonyms.',
  projectWrong: 'Use small letters, digits and hyphens, and begin with a letter.',
  period: 'Period',
  lastMonths: (count) => `last ${count} months`,
  quality: {
    title: 'How good are the data?',
    about: (since) => `Of what was asked or done since ${since} and is over now.`,
    moments: 'What patients fill in',
    measures: 'What the team and the administration record',
    columns: ['Expected', 'Known', 'Days until known', 'Unusable', 'From where'],
    few: 'fewer than 10 people',
    sources: {
      web: 'filled in themselves',
      tablet: 'tablet',
      paper: 'paper',
      phone: 'telephone',
      staff: 'by hand',
      csv: 'file',
    },
    foot: 'Days: the median, from the opening of the questions or from the day on which the measure counts. Unusable: an answer without any score, or a value outside of what is possible.',
  },
}

export const words = { nl, en } satisfies Words<typeof nl>
