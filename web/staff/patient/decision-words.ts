import type { Words } from '../../../core/words.ts'

/** What the team's meetings decided about a patient. */
export const decisionWords = {
  nl: {
    meetings: 'Overleg van het team',
    list: 'Op de lijst van een overleg',
    decided: 'Besluit overleg',
    done: 'Gedaan',
    toDo: 'Te doen',
    before: (date: string) => `vóór ${date}`,
  },
  en: {
    meetings: 'Meetings of the team',
    list: 'On the list of a meeting',
    decided: 'Meeting decided',
    done: 'Done',
    toDo: 'To do',
    before: (date: string) => `before ${date}`,
  },
} satisfies Words<unknown>
