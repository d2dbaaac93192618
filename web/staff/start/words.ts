import type { Words } from '../../../core/words.ts'

const people = (active: number, invited: number, [one, many]: [string, string], waiting: string) =>
  `${active} ${active === 1 ? one : many}${invited > 0 ? `, ${invited} ${waiting}` : ''}`

export const words = {
  nl: {
    title: 'Op weg naar de eerste uitnodiging',
    about: (done: number, all: number) =>
      `${done} van ${all} nodige stappen klaar. De lijst kijkt zelf wat er al is.`,
    done: 'Klaar',
    next: 'Nu aan de beurt',
    later: 'Nog te doen',
    optional: 'Als u dit wilt',
    view: 'Bekijken',
    viewOf: (step: string) => `Bekijken: ${step}`,
    organisation: {
      title: 'Uw organisatie',
      done: (name: string) => `${name}: telefoonnummer en verzendtijden staan erin.`,
      todo: 'Vul in wie een patiënt belt als iets niet kan wachten, en wanneer er mail uit mag.',
      action: 'Organisatie invullen',
    },
    team: {
      title: 'Een team met een uitkomstenset',
      done: (number: number) => (number === 1 ? '1 team.' : `${number} teams.`),
      todo: 'Een team zorgt voor één patiëntengroep. De uitkomstenset zegt wat er wanneer gevraagd wordt.',
      action: 'Team maken',
    },
    clinicians: {
      title: 'Zorgverleners',
      done: (active: number, invited: number) =>
        `${people(active, invited, ['zorgverlener', 'zorgverleners'], 'uitgenodigd')}.`,
      waiting: (invited: number) => `${invited} uitgenodigd; zij moeten hun uitnodiging nog aannemen.`,
      todo: 'Nodig de regiebehandelaar uit, en wie verder de uitkomsten met patiënten bespreekt.',
      action: 'Mensen uitnodigen',
    },
    dataManagers: {
      title: 'Een datamanager',
      done: (active: number, invited: number) =>
        `${people(active, invited, ['datamanager', 'datamanagers'], 'uitgenodigd')}.`,
      waiting: (invited: number) => `${invited} uitgenodigd; de uitnodiging moet nog worden aangenomen.`,
      todo: 'De datamanager brengt afspraken binnen. Dat kunt u als beheerder niet zelf: wie toegang geeft, ziet geen patiënten.',
      action: 'Datamanager uitnodigen',
    },
    mail: {
      title: 'Mail',
      done: (at: string) => `De proefmail is bezorgd bij de mailserver op ${at}.`,
      waiting: 'De proefmail is onderweg.',
      used: 'Uitnodigingen gaan uit.',
      failed: (why: string) =>
        `De mailserver nam de proefmail niet aan (${why}). Controleer SMTP_URL en probeer het opnieuw.`,
      none: 'Er is nog geen mailserver. Zet SMTP_URL, bijvoorbeeld smtp://gebruiker:wachtwoord@mail.ziekenhuis.nl:587, en start Uitkomst opnieuw.',
      todo: 'Stuur uzelf een proefmail. Komt die aan, dan komen uitnodigingen ook aan.',
      action: 'Proefmail sturen',
    },
    appointments: {
      title: 'De eerste afspraken',
      done: (number: number) => (number === 1 ? '1 afspraak binnen.' : `${number} afspraken binnen.`),
      todo: 'Uw datamanager zet een CSV-bestand met afspraken in Invoer. Uitkomst laat eerst zien wat er per regel zou gebeuren.',
      own: 'Zet een CSV-bestand met afspraken in Invoer. Uitkomst laat eerst zien wat er per regel zou gebeuren.',
      action: 'Naar invoer',
      example: 'Voorbeeldbestand ophalen',
    },
    invitations: {
      title: 'De eerste uitnodiging',
      done: (sent: number, at: string) =>
        `${sent === 1 ? '1 uitnodiging' : `${sent} uitnodigingen`} verstuurd, de laatste op ${at}.`,
      waiting: (number: number) =>
        number === 1
          ? '1 uitnodiging staat klaar en gaat uit binnen uw verzendtijden.'
          : `${number} uitnodigingen staan klaar en gaan uit binnen uw verzendtijden.`,
      todo: 'Die gaat vanzelf uit zodra er een afspraak is waarvoor de uitkomstenset iets vraagt.',
    },
    signingIn: {
      title: 'Inloggen voor patiënten',
      done: 'Patiënten kunnen inloggen om uitslagen en afspraken te lezen.',
      todo: 'Invullen kan zonder inloggen. Wilt u dat patiënten ook uitslagen en afspraken lezen? Zet dan PATIENT_ISSUER, PATIENT_CLIENT_ID en PATIENT_CLIENT_SECRET, en start Uitkomst opnieuw.',
    },
  },
  en: {
    title: 'On the way to the first invitation',
    about: (done: number, all: number) =>
      `${done} of ${all} necessary steps done. The list looks for itself what is there.`,
    done: 'Done',
    next: 'Next',
    later: 'To do',
    optional: 'Optional',
    view: 'View',
    viewOf: (step: string) => `View: ${step}`,
    organisation: {
      title: 'Your organisation',
      done: (name: string) => `${name}: phone number and sending hours are set.`,
      todo: 'Say whom a patient calls when something cannot wait, and when mail may go out.',
      action: 'Fill in the organisation',
    },
    team: {
      title: 'A team with an outcome set',
      done: (number: number) => (number === 1 ? '1 team.' : `${number} teams.`),
      todo: 'A team cares for one patient group. The outcome set says what is asked, and when.',
      action: 'Make a team',
    },
    clinicians: {
      title: 'Clinicians',
      done: (active: number, invited: number) =>
        `${people(active, invited, ['clinician', 'clinicians'], 'invited')}.`,
      waiting: (invited: number) => `${invited} invited; they still have to accept.`,
      todo: 'Invite the lead clinician, and whoever else discusses outcomes with patients.',
      action: 'Invite people',
    },
    dataManagers: {
      title: 'A data manager',
      done: (active: number, invited: number) =>
        `${people(active, invited, ['data manager', 'data managers'], 'invited')}.`,
      waiting: (invited: number) => `${invited} invited; the invitation has to be accepted.`,
      todo: 'The data manager brings appointments in. As administrator you cannot do so yourself: who gives access sees no patients.',
      action: 'Invite a data manager',
    },
    mail: {
      title: 'Mail',
      done: (at: string) => `The mail server took the test mail on ${at}.`,
      waiting: 'The test mail is on its way.',
      used: 'Invitations go out.',
      failed: (why: string) =>
        `The mail server did not take the test mail (${why}). Check SMTP_URL and try again.`,
      none: 'There is no mail server yet. Set SMTP_URL, such as smtp://user:password@mail.hospital.org:587, and start Uitkomst again.',
      todo: 'Send yourself a test mail. If it arrives, invitations arrive too.',
      action: 'Send a test mail',
    },
    appointments: {
      title: 'The first appointments',
      done: (number: number) => (number === 1 ? '1 appointment is in.' : `${number} appointments are in.`),
      todo: 'Your data manager puts a CSV file with appointments into Imports. Uitkomst first shows what would happen, line by line.',
      own: 'Put a CSV file with appointments into Imports. Uitkomst first shows what would happen, line by line.',
      action: 'To imports',
      example: 'Get an example file',
    },
    invitations: {
      title: 'The first invitation',
      done: (sent: number, at: string) =>
        `${sent === 1 ? '1 invitation' : `${sent} invitations`} sent, the last one on ${at}.`,
      waiting: (number: number) =>
        number === 1
          ? '1 invitation is ready and goes out within your sending hours.'
          : `${number} invitations are ready and go out within your sending hours.`,
      todo: 'It goes by itself as soon as there is an appointment for which the outcome set asks something.',
    },
    signingIn: {
      title: 'Signing in for patients',
      done: 'Patients can sign in to read results and agreements.',
      todo: 'Answering needs no signing in. Should patients read results and agreements too? Then set PATIENT_ISSUER, PATIENT_CLIENT_ID and PATIENT_CLIENT_SECRET, and start Uitkomst again.',
    },
  },
} satisfies Words<unknown>
