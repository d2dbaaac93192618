import type { Words } from '../../../core/words.ts'

/** Alerts, and what came of them. */
export const alertWords = {
  nl: {
    alert: 'Alert',
    alerts: 'Alerts',
    respondBy: (at: string, role: string) => `Reactie vóór ${at}, door ${role}.`,
    take: 'Ik pak dit op',
    taken: (by: string, at: string) => `Opgepakt door ${by}, ${at}.`,
    close: 'Afsluiten met uitkomst',
    outcome: 'Wat kwam eruit?',
    outcomeMissing: 'Schrijf op wat u hebt gedaan.',
    closeIt: 'Afsluiten',
    cancel: 'Annuleren',
    closed: (at: string, by: string, outcome: string) => `Afgesloten ${at}, ${by}: ${outcome}`,
  },
  en: {
    alert: 'Alert',
    alerts: 'Alerts',
    respondBy: (at: string, role: string) => `Respond before ${at}, by ${role}.`,
    take: 'I take this up',
    taken: (by: string, at: string) => `Taken up by ${by}, ${at}.`,
    close: 'Close with outcome',
    outcome: 'What came of it?',
    outcomeMissing: 'Write down what you did.',
    closeIt: 'Close',
    cancel: 'Cancel',
    closed: (at: string, by: string, outcome: string) => `Closed ${at}, ${by}: ${outcome}`,
  },
} satisfies Words<unknown>
