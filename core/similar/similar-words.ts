import type { Words } from '../words.ts'

export const similarWords = {
  nl: {
    title: 'Patiënten zoals deze',
    about: 'wat zij kozen, en hoe het hun ging',
    purpose: 'Waarvoor dit is',
    who: ({ people, ages, firsts, measure, sex, from, until }: Whom) =>
      `${people} mensen${sex ? ` (${sex})` : ''} met dezelfde aandoening, van ${ages[0]} tot en met ${ages[1]} jaar, die bij de eerste meting ${firsts[0]} tot ${firsts[1]} scoorden op ${measure.toLowerCase()}. Geteld is wat van ${from} tot ${until} is ingevuld; het verandert twee keer per jaar. Deze patiënt telt niet mee.`,
    sex: { male: 'mannen', female: 'vrouwen' } as Record<string, string>,
    noFirst:
      'Deze patiënt heeft nog geen eerste meting. Zodra die er is, ziet u hier hoe het mensen zoals deze verging.',
    few: 'Er zijn minder dan 10 mensen zoals deze. Dan tonen we niets: het zegt te weinig, en het zou over herkenbare mensen kunnen gaan.',
    chose: 'Wat zij kozen',
    option: 'Keuze',
    people: 'Mensen',
    hidden: 'verborgen',
    better: 'duidelijk beter',
    same: 'geen duidelijke verandering',
    worse: 'duidelijk slechter',
    together: 'te weinig om apart te tonen',
    icons: (option: string) => `Van 100 mensen zoals deze die dit kozen: ${option}`,
    allFew: (option: string) =>
      `${option}: beter, gelijk of slechter, elke groep telt minder dan 10 mensen. Daarom staat hier geen verdeling.`,
    part: (n: number, what: string) => `${n} ${what}`,
    likely: (low: number, high: number) =>
      `Met zo weinig mensen is het niet precies: het werkelijke aantal dat duidelijk beter wordt, ligt waarschijnlijk tussen ${low} en ${high} van de 100.`,
    tooFew: (options: string) => `Te weinig mensen die twee keer antwoordden, om iets te tonen: ${options}.`,
    tooFewShort: 'te weinig mensen om iets te tonen.',
    ofHundred: (parts: string) => `van 100 mensen ${parts}.`,
    known: (n: number, response: number | null) =>
      `Bekend van ${n}${response === null ? '' : `; ${response}% antwoordde`}.`,
    missing:
      'Wie niet antwoordde, telt niet mee; bij een lage respons kan het beeld te mooi of te somber zijn. Mensen kozen niet door loting: wie het een koos, was anders dan wie het ander koos.',
    sentence: (outcome: string) => `${outcome}: verandering sinds de eerste meting, per keuze.`,
  },
  en: {
    title: 'Patients like this one',
    about: 'what they chose, and how they fared',
    purpose: 'What this is for',
    who: ({ people, ages, firsts, measure, sex, from, until }: Whom) =>
      `${people} people${sex ? ` (${sex})` : ''} with the same condition, aged ${ages[0]} to ${ages[1]}, who scored ${firsts[0]} to ${firsts[1]} on ${measure.toLowerCase()} at their first measurement. Counted is what was answered from ${from} until ${until}; it changes twice a year. This patient is not among them.`,
    sex: { male: 'men', female: 'women' } as Record<string, string>,
    noFirst:
      'This patient has no first measurement yet. Once there is one, you see here how people like them fared.',
    few: 'There are fewer than 10 people like this one. Then we show nothing: it says too little, and it might be about people who can be recognised.',
    chose: 'What they chose',
    option: 'Choice',
    people: 'People',
    hidden: 'hidden',
    better: 'clearly better',
    same: 'no clear change',
    worse: 'clearly worse',
    together: 'too few to show apart',
    icons: (option: string) => `Of 100 people like this one who chose this: ${option}`,
    allFew: (option: string) =>
      `${option}: better, the same or worse, each group has fewer than 10 people. So no shares are shown.`,
    part: (n: number, what: string) => `${n} ${what}`,
    likely: (low: number, high: number) =>
      `With so few people this is not exact: the true number who get clearly better probably lies between ${low} and ${high} of 100.`,
    tooFew: (options: string) => `Too few people who answered twice to show anything: ${options}.`,
    tooFewShort: 'too few people to show anything.',
    ofHundred: (parts: string) => `of 100 people ${parts}.`,
    known: (n: number, response: number | null) =>
      `Known of ${n}${response === null ? '' : `; ${response}% answered`}.`,
    missing:
      'Who did not answer is not counted; where few answered, this can look too good or too bad. People did not choose by lot: those who chose one thing differed from those who chose another.',
    sentence: (outcome: string) => `${outcome}: change since the first measurement, by choice.`,
  },
} satisfies Words<unknown>

type Whom = {
  people: number
  ages: readonly [number, number]
  firsts: readonly [string, string]
  measure: string
  sex: string | undefined
  from: string
  until: string
}
