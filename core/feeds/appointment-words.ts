import { type Localised, say, type Words } from '../words.ts'
import type { RowWhat } from './appointment-message.ts'

type Sentences = {
  /** What is wrong with a value, and what would be right; `options` are the values that would do. */
  problems: Record<string, (options: string) => string>
  outcomes: Record<RowWhat, string>
  /** Why a message was set aside or skipped. */
  reasons: Record<string, string>
  notes: Record<string, string>
}

/** What the program says about messages from a planning system, in pages, answers and on the command line. */
export const appointmentWords = {
  nl: {
    problems: {
      empty: () => 'Dit veld is leeg. Vul het in.',
      text: () => 'Hier hoort tekst.',
      'too-long': () => 'Deze tekst is te lang. Maak hem korter.',
      date: () => 'Dit is geen bestaande datum. Schrijf 2026-03-24 of 24-03-2026.',
      time: () =>
        'Deze datum of tijd bestaat niet. Schrijf bijvoorbeeld 2026-03-24T09:30, of in een bestand 24-03-2026 09:30.',
      offset: () => 'Zet het verschil met UTC erachter, zoals 2026-03-24T09:30:00+01:00.',
      status: () => 'Schrijf gepland, afgezegd of niet verschenen.',
      sex: () => 'Schrijf v, m, anders of onbekend.',
      side: () => 'Schrijf links, rechts of beide.',
      way: () => 'Schrijf bezoek, telefoon of beeld.',
      email: () => 'Dit is geen e-mailadres. Schrijf naam@voorbeeld.nl, of laat het leeg.',
      phone: () => 'Dit is geen telefoonnummer. Schrijf alleen cijfers, of laat het leeg.',
      bsn: () =>
        'Dit is geen burgerservicenummer: het heeft acht of negen cijfers en voldoet aan de elfproef. Kijk het na, of laat het leeg.',
      'bsn-as-number': () =>
        'Een burgerservicenummer is hier geen patiëntnummer. Zet het in het veld bsn, en geef het patiëntnummer van de organisatie.',
      language: () => 'Schrijf een taal in twee letters: nl of en.',
      'birth-date-partial': () =>
        'Alleen een jaar of maand als geboortedatum: wie hier nog niet bekend is, is niet ingeschreven.',
      'id-only': () =>
        'Deze melding noemt wat er veranderde, maar het zit er niet bij. Zet de inhoud van het abonnement op full-resource.',
      'deleted-only': () =>
        'Deze melding zegt alleen dat iets is weggehaald. Stuur het met de status cancelled of entered-in-error.',
      'born-too-early': () => 'Een geboortedatum vóór 1890 nemen we niet aan. Kijk het jaar na.',
      'born-later': () => 'De geboortedatum ligt na de afspraak. Kijk de datums na.',
      'event-later': () => 'Deze dag moet nog komen. Stuur het als het gebeurd is.',
      'died-later': () => 'De datum van overlijden moet nog komen. Kijk de datum na.',
      'died-before-birth': () => 'De datum van overlijden ligt voor de geboortedatum. Kijk de datums na.',
      'unknown-team': (options) => `Dit team is er niet. De teams zijn: ${options}.`,
      'team-needed': (options) => `Zeg bij welk team de afspraak hoort: ${options}.`,
      'set-not-published': () => 'De uitkomstenset van dit team is nog niet in gebruik.',
      'unknown-kind': (options) => `Dit soort afspraak is er niet. De soorten zijn: ${options}.`,
      'unknown-treatment': (options) => `Deze behandeling is er niet. De behandelingen zijn: ${options}.`,
      'born-to-come': () => 'De geboortedatum moet nog komen. Kijk de datum na.',
      'patient-twice': () => 'Deze patiënt staat al eerder in het bestand. Laat één regel staan.',
      'number-twice': () => 'Dit afspraaknummer staat al eerder in het bestand. Laat één regel staan.',
      'cell-count': (options) =>
        `Het aantal velden in deze regel klopt niet met de eerste regel: ${options}.`,
      unrecognised: () => 'Dit veld hoort hier niet.',
    },
    outcomes: {
      registered: 'Nieuwe patiënt',
      booked: 'Nieuwe afspraak',
      moved: 'Verzet',
      changed: 'Gewijzigd',
      cancelled: 'Afgezegd',
      'no-show': 'Niet verschenen',
      unchanged: 'Was al bekend',
      'set-aside': 'Apart gelegd',
      skipped: 'Overgeslagen',
    },
    reasons: {
      'name-differs': 'Bij dit patiëntnummer hoort hier een andere naam.',
      'birth-date-differs': 'Bij dit patiëntnummer hoort hier een andere geboortedatum.',
      'person-differs': 'Bij dit patiëntnummer horen hier een andere naam en geboortedatum.',
      'side-unknown': 'Het is niet duidelijk om welke zijde het gaat.',
      'other-team': 'De patiënt is voor deze zorg al bij een ander team.',
      'other-patient': 'Dit afspraaknummer is van een andere patiënt.',
      'same-day': 'Tweede afspraak van dezelfde soort op één dag.',
      'news-in-doubt': 'Nieuws over een patiënt die hier een andere naam of geboortedatum heeft.',
      'death-in-doubt':
        'Bericht van overlijden van een patiënt die hier een andere naam of geboortedatum heeft.',
      'event-side':
        'Iets wat aan één zijde is gebeurd; er is een zorgpad voor elk, en de zijde staat er niet bij.',
      'two-records': 'Twee dossiers hier zijn volgens het ziekenhuis van één persoon.',
      'event-moved': 'Iets wat eerst over een andere patiënt ging, onder hetzelfde nummer.',
      'event-differs': 'Iets over een patiënt die hier een andere naam of geboortedatum heeft.',
      proposed: 'Heeft een diagnose die bij een zorgpad hoort, en staat er nog niet op.',
      waits: 'De patiënt is hier nog niet bekend; het geldt zodra dat zo is.',
      'died-unknown': 'Overleden, en hier niet bekend: niet ingeschreven.',
      unknown: 'Niemand heeft hier dit nummer.',
      'no-rule': 'Geen regel zegt bij welk team deze afspraak hoort.',
      'rejected-before': 'Dit bericht is eerder afgewezen.',
      older: 'Er is al een nieuwer bericht over deze afspraak.',
      'not-ours': 'Volgens de regels van het ziekenhuis hoort deze afspraak bij geen team hier.',
      'too-young': 'De patiënt is te jong voor deze patiëntengroep.',
      excluded: 'Deze diagnose valt buiten de patiëntengroep.',
      'other-diagnosis': 'Deze diagnose hoort niet bij de patiëntengroep.',
    },
    notes: {
      'clinician-unknown': 'De behandelaar is hier niet bekend; alleen de naam wordt bewaard.',
      'lead-unknown': 'De regiebehandelaar is hier niet bekend.',
      'identity-differs':
        'Het inlognummer is niet gekoppeld: deze patiënt heeft hier een ander, of het is van een andere patiënt.',
      'no-identity-provider': 'Het inlognummer is niet gekoppeld: patiënten kunnen hier nog niet inloggen.',
      'bsn-wrong': 'Wat als burgerservicenummer kwam, is er geen; het is niet bewaard.',
      died: 'Is overleden: wat nog open stond, vervalt.',
      older: 'Over de adressen is hier al iets nieuwers bekend; die blijven zo.',
      'same-day': 'Een tweede afspraak van deze soort op die dag: telt pas als iemand dat zegt.',
      'no-address': 'Er is geen e-mailadres, dus er gaat geen uitnodiging.',
    },
  },
  en: {
    problems: {
      empty: () => 'This is empty. Fill it in.',
      text: () => 'Text belongs here.',
      'too-long': () => 'This text is too long. Make it shorter.',
      date: () => 'This is not a date that exists. Write 2026-03-24 or 24-03-2026.',
      time: () =>
        'This date or time does not exist. Write for instance 2026-03-24T09:30, or in a file 24-03-2026 09:30.',
      offset: () => 'Add the difference from UTC, such as 2026-03-24T09:30:00+01:00.',
      status: () => 'Write booked, cancelled or no-show.',
      sex: () => 'Write female, male, other or unknown.',
      side: () => 'Write left, right or both.',
      way: () => 'Write visit, phone or video.',
      email: () => 'This is not a mail address. Write name@example.com, or leave it out.',
      phone: () => 'This is not a telephone number. Write digits only, or leave it out.',
      bsn: () =>
        'This is not a citizen service number (BSN): it has eight or nine digits and passes the eleven test. Check it, or leave it out.',
      'bsn-as-number': () =>
        'A citizen service number is no patient number here. Put it in the field bsn, and give the patient number of the organisation.',
      language: () => 'Write a language in two letters: nl or en.',
      'birth-date-partial': () =>
        'Only a year or a month as birth date: who is not known here yet was not registered.',
      'id-only': () =>
        'This notification names what changed and does not carry it. Set the payload content of the subscription to full-resource.',
      'deleted-only': () =>
        'This notification only says that something was deleted. Send it with the status cancelled or entered-in-error.',
      'born-too-early': () => 'A birth date before 1890 is not taken in. Check the year.',
      'born-later': () => 'The birth date is after the appointment. Check both dates.',
      'event-later': () => 'This day is still to come. Send it once it has happened.',
      'died-later': () => 'The date of death is still to come. Check the date.',
      'died-before-birth': () => 'The date of death is before the birth date. Check both dates.',
      'unknown-team': (options) => `There is no such team. The teams are: ${options}.`,
      'team-needed': (options) => `Say which team the appointment belongs to: ${options}.`,
      'set-not-published': () => 'The outcome set of this team is not in use yet.',
      'unknown-kind': (options) => `There is no such kind of appointment. The kinds are: ${options}.`,
      'unknown-treatment': (options) => `There is no such treatment. The treatments are: ${options}.`,
      'born-to-come': () => 'The birth date is still to come. Check the date.',
      'patient-twice': () => 'This patient came before in the file. Keep one row.',
      'number-twice': () => 'This appointment number came before in the file. Keep one row.',
      'cell-count': (options) => `The number of cells in this row does not match the first row: ${options}.`,
      unrecognised: () => 'This field does not belong here.',
    },
    outcomes: {
      registered: 'New patient',
      booked: 'New appointment',
      moved: 'Moved',
      changed: 'Changed',
      cancelled: 'Cancelled',
      'no-show': 'Did not come',
      unchanged: 'Known already',
      'set-aside': 'Set aside',
      skipped: 'Skipped',
    },
    reasons: {
      'name-differs': 'This patient number has another name here.',
      'birth-date-differs': 'This patient number has another birth date here.',
      'person-differs': 'This patient number has another name and birth date here.',
      'side-unknown': 'It is not clear which side this is about.',
      'other-team': 'The patient is already with another team for this care.',
      'other-patient': 'This appointment number belongs to another patient.',
      'same-day': 'A second appointment of the same kind on one day.',
      'news-in-doubt': 'News of a patient who has another name or birth date here.',
      'death-in-doubt': 'News of the death of a patient who has another name or birth date here.',
      'event-side':
        'Something that happened to one side; there is a care path for each, and no side is told.',
      'two-records': 'Two records here are of one person, says the hospital.',
      'event-moved': 'Something that was about another patient first, under the same number.',
      'event-differs': 'Something about a patient who has another name or birth date here.',
      proposed: 'Has a diagnosis that belongs to a care path, and is not on it yet.',
      waits: 'The patient is not known here yet; it holds as soon as they are.',
      'died-unknown': 'Died, and not known here: not registered.',
      unknown: 'Nobody here has this number.',
      'no-rule': 'No rule says to which team this appointment belongs.',
      'rejected-before': 'This message was rejected before.',
      older: 'There is a newer message about this appointment already.',
      'not-ours': 'By the hospital’s rules this appointment belongs to no team here.',
      'too-young': 'The patient is too young for this patient group.',
      excluded: 'This diagnosis is outside the patient group.',
      'other-diagnosis': 'This diagnosis does not belong to the patient group.',
    },
    notes: {
      'clinician-unknown': 'The clinician is not known here; only the name is kept.',
      'lead-unknown': 'The lead clinician is not known here.',
      'identity-differs':
        'The sign-in number was not linked: this patient has another one here, or it is another patient’s.',
      'no-identity-provider': 'The sign-in number was not linked: patients cannot sign in here yet.',
      'bsn-wrong': 'What came as a citizen service number is none; it was not kept.',
      died: 'Has died: what was still open is withdrawn.',
      older: 'Something newer is known here of the addresses; they stay as they are.',
      'same-day': 'A second appointment of this kind that day: it counts once somebody says so.',
      'no-address': 'There is no mail address, so no invitation goes out.',
    },
  },
} satisfies Words<Sentences>

type Told = { code: string; options?: readonly (string | Localised)[] | undefined }

/** The sentence for what is wrong with a value; a code that has none is said as it is. */
export function explainProblem({ code, options = [] }: Told, language: 'nl' | 'en'): string {
  const sentences: Sentences['problems'] = appointmentWords[language].problems
  const named = options.map((option) => (typeof option === 'string' ? option : say(option, language)))
  return (Object.hasOwn(sentences, code) ? sentences[code]?.(named.join(', ')) : undefined) ?? code
}
