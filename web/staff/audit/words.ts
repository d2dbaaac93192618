import type { Words } from '../../../core/words.ts'

type Patients = { patient: string } & Record<string, string>

export const words = {
  nl: {
    title: 'Wie bekeek en veranderde wat',
    about:
      'Elke inzage en elke wijziging staat hier, ook deze keer dat u kijkt. Antwoorden en scores staan er niet in.',
    person: 'Wie',
    everybody: 'Iedereen',
    patient: 'Patiëntnummer',
    from: 'Van',
    until: 'Tot en met',
    show: 'Tonen',
    columns: { at: 'Wanneer', who: 'Wie', what: 'Wat', whose: 'Van wie', why: 'Waarvoor' },
    none: 'Geen regels met deze keuze',
    noneAbout: 'Kies een langere periode, of iemand anders.',
    more: 'Oudere regels',
    others: (number: number) => `en ${number} anderen`,
    refused: 'geweigerd',
    failed: 'mislukt',
    program: 'het programma zelf',
    patients: {
      patient: 'de patiënt',
      proxy: 'een naaste van de patiënt',
      together: 'de patiënt, met een naaste',
    } as Patients,
    unknown: 'onbekend',
    problems: {
      unknown_patient: 'Dit patiëntnummer is hier niet bekend. Controleer het en probeer het opnieuw.',
    } as Record<string, string>,
    purposes: {
      TREAT: 'Behandeling',
      ETREAT: 'Noodtoegang',
      HOPERAT: 'Kwaliteit',
      HRESCH: 'Onderzoek',
      PATADMIN: 'Administratie',
      PATRQT: 'Op verzoek van de patiënt',
      SYSADMIN: 'Beheer',
      AUDIT: 'Controle',
    } as Record<string, string>,
  },
  en: {
    title: 'Who saw and did what',
    about: 'Every look and every change is here, this look of yours too. Answers and scores are not in it.',
    person: 'Who',
    everybody: 'Everybody',
    patient: 'Patient number',
    from: 'From',
    until: 'Until',
    show: 'Show',
    columns: { at: 'When', who: 'Who', what: 'What', whose: 'Of whom', why: 'What for' },
    none: 'No lines with this choice',
    noneAbout: 'Choose a longer period, or somebody else.',
    more: 'Older lines',
    others: (number: number) => `and ${number} others`,
    refused: 'refused',
    failed: 'failed',
    program: 'the program itself',
    patients: {
      patient: 'the patient',
      proxy: 'a relative of the patient',
      together: 'the patient, with a relative',
    } as Patients,
    unknown: 'unknown',
    problems: { unknown_patient: 'This patient number is not known here. Check it and try again.' } as Record<
      string,
      string
    >,
    purposes: {
      TREAT: 'Treatment',
      ETREAT: 'Emergency access',
      HOPERAT: 'Quality',
      HRESCH: 'Research',
      PATADMIN: 'Administration',
      PATRQT: 'Asked by the patient',
      SYSADMIN: 'Management',
      AUDIT: 'Checking',
    } as Record<string, string>,
  },
} satisfies Words<unknown>
