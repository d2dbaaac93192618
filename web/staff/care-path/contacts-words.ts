import type { Words } from '../../../core/words.ts'

export const contactsWords = {
  nl: {
    title: 'Wie belt de patiënt waarvoor?',
    about:
      'De patiënt leest dit bij Mijn zorgpad, boven het nummer van het team. Zet er nooit een diagnose bij.',
    of: { patient: 'Alleen deze patiënt', team: 'Alle patiënten van dit team' },
    none: 'Nog niemand.',
    kinds: { contact: 'Contactpersoon', planner: 'Planner', about: 'Bij een klacht of vraag' },
    hours: { office: 'op werkdagen', evening: 'ook ’s avonds', always: 'dag en nacht' },
    kind: 'Waarvoor',
    who: 'Wie',
    which: 'Bij welke klacht of vraag',
    phone: 'Telefoonnummer',
    when: 'Wanneer',
    whose: 'Voor wie',
    add: 'Toevoegen',
    remove: 'Weghalen',
    removeOf: (who: string) => `${who} weghalen`,
    saved: 'Bewaard. De patiënt leest het meteen.',
    problems: {
      invalid: 'Vul in wie, en een telefoonnummer met cijfers.',
      changed_elsewhere: 'Een collega veranderde deze lijst net. Kijk wat er nu staat en doe het opnieuw.',
    },
  },
  en: {
    title: 'Whom does the patient call for what?',
    about: 'The patient reads this under My care path, above the team’s number. Never add a diagnosis.',
    of: { patient: 'This patient only', team: 'All patients of this team' },
    none: 'Nobody yet.',
    kinds: { contact: 'Contact person', planner: 'Planner', about: 'For a complaint or question' },
    hours: { office: 'on working days', evening: 'evenings too', always: 'day and night' },
    kind: 'What for',
    who: 'Who',
    which: 'For which complaint or question',
    phone: 'Phone number',
    when: 'When',
    whose: 'For whom',
    add: 'Add',
    remove: 'Remove',
    removeOf: (who: string) => `Remove ${who}`,
    saved: 'Saved. The patient reads it at once.',
    problems: {
      invalid: 'Say who, and a phone number with digits.',
      changed_elsewhere: 'A colleague just changed this list. See what stands there now and do it again.',
    },
  },
} satisfies Words<unknown>
