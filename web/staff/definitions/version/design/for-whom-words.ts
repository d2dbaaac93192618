import type { Words } from '../../../../../core/words.ts'

export const forWhomWords = {
  nl: {
    ageFrom: 'Alleen vanaf deze leeftijd',
    ageUntil: 'Alleen tot en met deze leeftijd',
    sexes: 'Alleen bij dit geslacht (geen vinkje: bij ieder)',
    sex: { female: 'Vrouw', male: 'Man', other: 'Anders', unknown: 'Onbekend' },
    scores: 'Alleen na deze scores',
    score: (at: number) => `Score ${at}`,
    addScore: 'Voorwaarde op een eerdere score toevoegen',
    within: 'Niet ouder dan',
    ifUnknown: 'Zonder zo’n score',
    unknowns: { ask: 'wel vragen', 'leave-out': 'niet vragen' },
  },
  en: {
    ageFrom: 'Only from this age',
    ageUntil: 'Only up to and with this age',
    sexes: 'Only of this sex (none ticked: of everybody)',
    sex: { female: 'Female', male: 'Male', other: 'Other', unknown: 'Unknown' },
    scores: 'Only after these scores',
    score: (at: number) => `Score ${at}`,
    addScore: 'Add a condition on an earlier score',
    within: 'Not older than',
    ifUnknown: 'Without such a score',
    unknowns: { ask: 'ask', 'leave-out': 'do not ask' },
  },
} satisfies Words<unknown>
