/** What teams in the demo ask, know and decide about their patients: our own sentences, about nobody in particular. */
export const questions = [
  'Blijft de behandeling zo, of stellen we iets anders voor?',
  'De klachten blijven. Wat kunnen we nog bieden?',
  'Kan de volgende stap eerder, en wil de patiënt dat?',
  'De uitslag past niet bij het onderzoek. Wat meten we opnieuw?',
]

export const situations = [
  'Woont alleen en werkt nog drie dagen. Wil vooral weer zelf boodschappen doen.',
  'Twaalf weken geoefend. Slaapt slecht en gebruikt elke dag pijnstillers.',
  'Partner is ziek; een opname komt nu slecht uit.',
]

export const decisions = [
  {
    decision: 'Nog drie maanden oefentherapie, daarna opnieuw meten.',
    reason: 'De patiënt is pas kort begonnen en wil liever geen operatie.',
  },
  {
    decision: 'In het volgende gesprek samen kiezen, met de partner erbij.',
    reason: 'Beide wegen zijn mogelijk; wat telt is wat de patiënt het zwaarst vindt.',
  },
  {
    decision: 'Eerst de pijnstilling aanpassen, over vier weken bellen.',
    reason: 'Slaap en pijn houden elkaar in stand.',
  },
  {
    decision: 'De behandeling blijft zo; de volgende meting afwachten.',
    reason: 'De verandering is niet groter dan de meetfout.',
  },
]

export const todos = [
  'De patiënt bellen over het besluit',
  'De fysiotherapeut inlichten',
  'Een langer gesprek plannen, met partner',
  'De huisarts schrijven',
]

export const sentence =
  'Wij hebben uw uitslagen in het team besproken. Wij bellen u binnen twee weken over wat wij voorstellen. U beslist zelf.'

/** What a team says about its figures. */
export const talks = {
  improvement: {
    title: 'Verbeteroverleg',
    everyWeeks: 4,
    ahead: 0,
    decided: [
      {
        decision: 'Wij bellen na ontslag een dag eerder, en leggen vast wie dat doet.',
        reason: 'Wie klachten had, wachtte tot de controle. Een dag eerder bellen kost niets extra.',
        todo: 'Belschema na ontslag aanpassen en bespreken met de afdeling',
        days: 21,
      },
      {
        decision: 'De uitnodiging gaat twee dagen eerder uit; over vier weken kijken we opnieuw.',
        reason: 'Wie laat begint, is vaak te laat voor het consult.',
        todo: 'Nagaan welke afspraken nu korter dan een week vooraf binnenkomen',
        days: 30,
      },
    ],
  },
  mirror: {
    title: 'Spiegelbijeenkomst',
    everyWeeks: 0,
    ahead: 0,
    decided: [
      {
        decision: 'Wij gaan een ochtend meelopen bij een team dat hier hoger op zit.',
        reason: 'De patiënten lijken op die van ons; het verschil zit in hoe het consult begint.',
        todo: 'Ochtend afspreken om mee te lopen, met twee vragen vooraf',
        days: 35,
      },
    ],
  },
  steering: { title: 'Stuurgroep', everyWeeks: 13, ahead: 14, decided: [] },
  asks: {
    indicator: 'Waar komt dit door, en wat doen we eraan?',
    improvement: 'Werkt het? Houden we het?',
    actions: 'Wat is gedaan, en wat houdt de rest tegen?',
    case: 'Wat ging er anders, en wat leren we ervan?',
  },
} as const

/** What a team flags to learn from: nobody can be known by it. */
export const cases = [
  {
    kind: 'complication',
    what: 'Nabloeding twee dagen na ontslag; de klachten waren de dag ervoor al gemeld.',
  },
  { kind: 'learning', what: 'Koos na een tweede gesprek alsnog voor oefentherapie en is daar tevreden mee.' },
] as const

/** Who speaks for patients in the demo, and who of the other hospital is asked to an MDO. */
export const representative = {
  name: 'Ria Postma',
  email: 'ria.postma@demo.example',
  profession: 'patient-representative',
  language: 'nl',
  comesFrom: 'Patiëntenraad',
} as const

export const guestOfMdo = {
  name: 'Sanne Terpstra',
  email: 'sanne.terpstra@demo.example',
  profession: 'surgeon',
  language: 'nl',
  comesFrom: 'Ziekenhuis De Linden',
} as const
