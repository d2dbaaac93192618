import type { DemoImprovement } from './improving.ts'

/** What the teams of the region tried, by the key of the team: one thing that works, and some that do not. */
export const tried: Record<string, readonly DemoImprovement[]> = {
  'vaart-joints': [
    {
      daysAgo: 420,
      title: 'Bellen bij 75-plus',
      changed: 'Wie 75 of ouder is en niet antwoordt, wordt na een week gebeld.',
      expected: 'Van de genodigden start 70 van de 100.',
      indicator: 'started',
      ended: {
        daysAgo: 230,
        state: 'abandoned',
        learnt: 'Het kostte twee uur per week en het aandeel dat start bleef gelijk. Wij zoeken iets anders.',
      },
    },
    {
      daysAgo: 120,
      title: 'Vaste vijf minuten in het consult',
      changed: 'Elk consult begint met vijf minuten voor de uitslag, met het scherm naar de patiënt toe.',
      expected: 'Van elke 100 uitslagen bespreken wij er 70, en het consult wordt niet langer.',
      indicator: 'discussed',
    },
  ],
  'vaart-breast': [
    {
      daysAgo: 250,
      title: 'Gesprek over bijwerkingen na elke kuur',
      changed: 'De verpleegkundig specialist belt na elke kuur over bijwerkingen.',
      expected: 'Minder last van bijwerkingen na 6 maanden.',
      indicator: 'side-effects',
    },
  ],
  'linden-joints': [
    {
      daysAgo: 90,
      title: 'Tablet in de wachtkamer',
      changed: 'Wie nog niet antwoordde, krijgt een tablet in de wachtkamer.',
      expected: 'Van de genodigden start 50 van de 100.',
      indicator: 'started',
    },
  ],
}

/** What activities cost in euros, as one hospital of the region filled it in: every amount is invented. */
export const pricesOf: Record<string, Record<string, number>> = {
  'vaart-joints': {
    'first-visit': 164,
    'x-ray': 58,
    goals: 41,
    exercise: 455,
    'lifestyle-advice': 36,
    'decision-talk': 158,
    'option-sheet': 9,
    'pre-assessment': 97,
    'joint-class': 52,
    planning: 14,
    operation: 6340,
    anaesthesia: 940,
    'first-steps': 62,
    'rehabilitation-exercise': 590,
    'phone-call': 18,
    'check-up-visit': 92,
    'check-up-x-ray': 58,
    'yearly-look': 12,
  },
}
