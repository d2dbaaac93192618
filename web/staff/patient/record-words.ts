import type { Words } from '../../../core/words.ts'

/** The lines of the text for the record. */
export const recordWords = {
  nl: {
    head: (title: string, date: string) => `Uitkomsten ${title}, ${date}`,
    answered: (moment: string, date: string) => `Ingevuld: ${moment}, ${date}`,
    noAnswer: 'Nog niets ingevuld.',
    wants: (topics: string) => `Wil bespreken: ${topics}`,
    urgent: 'De patiënt zegt: dit kan niet wachten.',
    alert: (title: string, by: string) => `Open alert: ${title}, reactie vóór ${by}`,
    discussed: (date: string, by: string) => `Besproken: ${date}, ${by}`,
    agreed: (isGoal: boolean, sentence: string, who: string | null, due: string | null) =>
      `${isGoal ? 'Doel' : 'Afspraak'}: ${[sentence, who, due && `vóór ${due}`].filter(Boolean).join(' · ')}`,
  },
  en: {
    head: (title: string, date: string) => `Outcomes ${title}, ${date}`,
    answered: (moment: string, date: string) => `Answered: ${moment}, ${date}`,
    noAnswer: 'Nothing answered yet.',
    wants: (topics: string) => `Wants to discuss: ${topics}`,
    urgent: 'The patient says: this cannot wait.',
    alert: (title: string, by: string) => `Open alert: ${title}, respond before ${by}`,
    discussed: (date: string, by: string) => `Discussed: ${date}, ${by}`,
    agreed: (isGoal: boolean, sentence: string, who: string | null, due: string | null) =>
      `${isGoal ? 'Goal' : 'Agreement'}: ${[sentence, who, due && `before ${due}`].filter(Boolean).join(' · ')}`,
  },
} satisfies Words<unknown>
