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
