import type { Localised } from '../words.ts'

/** The sentences that stand in the shapes of definitions, in Dutch. */
const DUTCH: Record<string, string> = {
  'write lower-case letters, digits and single hyphens, such as "hip-knee"':
    'schrijf kleine letters, cijfers en losse streepjes, zoals "hip-knee"',
  'write lower-case letters, digits and underscores, such as "pain_walking"':
    'schrijf kleine letters, cijfers en lage streepjes, zoals "pain_walking"',
  'this name belongs to JavaScript itself; choose another':
    'deze naam is van JavaScript zelf; kies een andere',
  'write one code, without spaces or commas, such as "M16"':
    'schrijf één code, zonder spaties of komma’s, zoals "M16"',
  'write a language such as "de"': 'schrijf een taal, zoals "de"',
  'write a language such as "nl" or "en"': 'schrijf een taal, zoals "nl" of "en"',
  'this text is empty': 'deze tekst is leeg; vul hem in',
  'write an ISO-8601 duration, such as "P14D", "P3M" or "-P2W"':
    'schrijf een tijd zoals "P14D" (14 dagen), "P3M" (3 maanden) of "-P2W" (2 weken ervoor)',
  'this is longer than 120 years': 'dit is langer dan 120 jaar; kies een kortere tijd',
  'this duration cannot be negative': 'deze tijd kan niet ervoor liggen; laat het minteken weg',
  'ask again after a day at the soonest, such as "P1D" or "P3M"':
    'vraag op zijn vroegst na een dag opnieuw, zoals "P1D" of "P3M"',
  '"birth-date" is known of everybody': '"birth-date" is van iedereen bekend; haal het hier weg',
  'curly brackets would put an answer into the text; write the text out':
    'accolades zouden een antwoord in de tekst zetten; schrijf de tekst uit',
  'HTML is not allowed in a form; write plain text': 'HTML mag niet in een formulier; schrijf gewone tekst',
  'write this text in at least one language': 'schrijf deze tekst in minstens één taal',
  'a text has at most 20 languages': 'een tekst heeft hoogstens 20 talen',
  'write an answer as text, such as "3"': 'schrijf een antwoord als tekst, zoals "3"',
  'write a letter, then letters, digits and underscores, at most 64':
    'schrijf een letter, en dan letters, cijfers en lage streepjes, hoogstens 64',
  'Invalid ISO date': 'schrijf een datum die bestaat, zoals 2026-03-31',
  'Invalid URL': 'schrijf een webadres, zoals https://www.voorbeeld.nl',
}

/** Where zod's own words say too little. */
const ENGLISH: Record<string, string> = {
  'Invalid ISO date': 'write a date that exists, such as 2026-03-31',
  'Invalid URL': 'write a web address, such as https://www.example.org',
}

/** A sentence of a shape in both languages; one that nobody put into Dutch is at least introduced in it. */
export const shapeWords = (message: string): Localised => ({
  nl: DUTCH[message] ?? `dit klopt niet; de controle zegt: ${message}`,
  en: ENGLISH[message] ?? message,
})

/** Whether a sentence of a shape is there in Dutch. */
export const isInDutch = (message: string): boolean => Object.hasOwn(DUTCH, message)
