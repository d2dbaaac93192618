import type { Words } from '../../../core/words.ts'

/** Alerts, and what came of them. */
export const alertWords = {
  nl: {
    alert: 'Alert',
    alerts: 'Alerts',
    respondBy: (at: string, role: string) => `Reactie vóór ${at}, door ${role}.`,
    late: (at: string, role: string) => `Te laat: reactie moest vóór ${at}, door ${role}.`,
    toAlert: 'Naar de alert',
    turn: (name: string) => `Nu aan de beurt: ${name}.`,
    take: 'Ik pak dit op',
    taken: (by: string, at: string) => `Opgepakt door ${by}, ${at}.`,
    close: 'Afsluiten met uitkomst',
    closed: (at: string, by: string, outcome: string) => `Afgesloten ${at}, ${by}: ${outcome}`,
  },
  en: {
    alert: 'Alert',
    alerts: 'Alerts',
    respondBy: (at: string, role: string) => `Respond before ${at}, by ${role}.`,
    late: (at: string, role: string) => `Overdue: a response was due before ${at}, by ${role}.`,
    toAlert: 'To the alert',
    turn: (name: string) => `Whose turn it is now: ${name}.`,
    take: 'I take this up',
    taken: (by: string, at: string) => `Taken up by ${by}, ${at}.`,
    close: 'Close with outcome',
    closed: (at: string, by: string, outcome: string) => `Closed ${at}, ${by}: ${outcome}`,
  },
} satisfies Words<unknown>
