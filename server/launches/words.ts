import type { Words } from '../../core/words.ts'

type Said = { title: string; about: string }

export const words = {
  nl: {
    number: (number: string) => `Het dossier noemt u: ${number}`,
    choose: 'Uit welk dossier komt u?',
    chooseAbout: 'U meldt zich daar aan en kiest daar de patiënt.',
    staff: 'Naar Uitkomst zelf',
    staffAbout: 'met uw eigen wachtwoord en telefoon',
    record: 'EPD (voorbeeld)',
    recordAbout: (name: string) =>
      `Dit is geen echt EPD. Het doet voor hoe ${name} vanuit het eigen dossier in Uitkomst komt: één patiënt, zonder apart inloggen.`,
    open: (name: string) => `Open ${name} in Uitkomst`,
    nobody: 'In deze demo heeft niemand een afspraak bij een zorgverlener die het EPD kent.',
    demo: 'Dit is een voorbeeld. Alle mensen hier zijn verzonnen.',
    refusals: {
      unknown_system: {
        title: 'Uitkomst kent dit dossier niet',
        about: 'Uw ict-afdeling kan het toevoegen. Uitkomst zelf kunt u gewoon gebruiken.',
      },
      system_unreachable: {
        title: 'Het dossier geeft nu geen antwoord',
        about: 'Open de patiënt over een paar minuten opnieuw vanuit het dossier.',
      },
      system_unfit: {
        title: 'Het dossier zegt niet wat nodig is',
        about: 'Uw ict-afdeling moet de koppeling nakijken. Uitkomst zelf kunt u gewoon gebruiken.',
      },
      cancelled: {
        title: 'U hebt zich niet aangemeld',
        about: 'Open de patiënt opnieuw vanuit het dossier.',
      },
      failed: {
        title: 'Dit verzoek is niet te vertrouwen',
        about: 'Open de patiënt opnieuw vanuit het dossier. Blijft het gebeuren, bel dan uw ict-afdeling.',
      },
      link_over: {
        title: 'Deze link is gebruikt of te oud',
        about:
          'Een link uit het dossier werkt één keer, een minuut lang. Open de patiënt opnieuw vanuit het dossier.',
      },
      again: {
        title: 'Open de patiënt opnieuw',
        about:
          'Deze browser heeft het begin niet bewaard, of het duurde te lang. Open de patiënt opnieuw vanuit het dossier. Helpt dat niet, laat Uitkomst dan in een eigen venster openen.',
      },
      unknown_person: {
        title: 'Uitkomst weet niet welke collega u bent',
        about:
          'Uw beheerder kan bij Mensen uw nummer uit het dossier bij uw naam zetten. Daarna werkt deze knop.',
      },
      no_patient: {
        title: 'Er is geen patiënt gekozen',
        about: 'Open in het dossier eerst de patiënt, en dan Uitkomst.',
      },
      unknown_patient: {
        title: 'Van deze patiënt is er hier niets voor u',
        about:
          'Deze patiënt vult hier geen vragenlijsten in, of is onder behandeling van een team waar u niet bij hoort. Kan het niet wachten, dan is er noodtoegang in Uitkomst zelf.',
      },
      too_many: {
        title: 'Even wachten',
        about: 'Er kwamen te veel verzoeken. Probeer het over een minuut weer.',
      },
      broken: {
        title: 'Er ging hier iets mis',
        about: 'Er is niets veranderd. Open de patiënt opnieuw vanuit het dossier.',
      },
    } satisfies Record<string, Said>,
  },
  en: {
    number: (number: string) => `The record calls you: ${number}`,
    choose: 'From which record do you come?',
    chooseAbout: 'You sign in there and choose the patient there.',
    staff: 'To Uitkomst itself',
    staffAbout: 'with your own password and phone',
    record: 'Record system (example)',
    recordAbout: (name: string) =>
      `This is no real record system. It shows how ${name} comes from there to Uitkomst: one patient, without signing in again.`,
    open: (name: string) => `Open ${name} in Uitkomst`,
    nobody: 'Nobody in this demo has an appointment with a clinician whom the record system knows.',
    demo: 'This is an example. Everybody here is made up.',
    refusals: {
      unknown_system: {
        title: 'Uitkomst does not know this record',
        about: 'Your IT department can add it. Uitkomst itself works as ever.',
      },
      system_unreachable: {
        title: 'The record does not answer just now',
        about: 'Open the patient from the record again in a few minutes.',
      },
      system_unfit: {
        title: 'The record does not say what is needed',
        about: 'Your IT department has to look at the connection. Uitkomst itself works as ever.',
      },
      cancelled: { title: 'You did not sign in', about: 'Open the patient from the record again.' },
      failed: {
        title: 'This request cannot be trusted',
        about: 'Open the patient from the record again. If it keeps happening, call your IT department.',
      },
      link_over: {
        title: 'This link was used or is too old',
        about: 'A link from the record works once, for a minute. Open the patient from the record again.',
      },
      again: {
        title: 'Open the patient again',
        about:
          'This browser did not keep the beginning, or it took too long. Open the patient from the record again. If that does not help, let Uitkomst open in a window of its own.',
      },
      unknown_person: {
        title: 'Uitkomst does not know which colleague you are',
        about:
          'Under People your administrator can write your number in the record beside your name. Then this button works.',
      },
      no_patient: {
        title: 'No patient was chosen',
        about: 'Open the patient in the record first, and then Uitkomst.',
      },
      unknown_patient: {
        title: 'There is nothing of this patient here for you',
        about:
          'This patient answers no questionnaires here, or is treated by a team to which you do not belong. If it cannot wait, there is emergency access in Uitkomst itself.',
      },
      too_many: { title: 'Wait a moment', about: 'There were too many requests. Try again in a minute.' },
      broken: {
        title: 'Something went wrong here',
        about: 'Nothing was changed. Open the patient from the record again.',
      },
    } satisfies Record<string, Said>,
  },
} satisfies Words<unknown>

export type Refusal = keyof (typeof words)['nl']['refusals']
