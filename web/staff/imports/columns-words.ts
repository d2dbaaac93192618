import type { Words } from '../../../core/words.ts'

type Columns = Record<string, string>

/** What a file of appointments or of patients may hold, column by column. */
export const words = {
  nl: {
    title: 'Wat er in elke kolom mag staan',
    about:
      'De volgorde van de kolommen is vrij; andere kolommen worden niet gelezen. Bij een patiënt die al bekend is, vult een lege cel niets in en wist ze niets; geslacht en taal blijven dan zoals ze zijn. Een oudere regel verandert geen adres.',
    required: 'verplicht',
    oneOf: (options: string) => `Een van: ${options}.`,
    columns: {
      number: 'Het nummer van de afspraak in uw planning. Aan dit nummer wordt een wijziging herkend.',
      date: 'Dag van de afspraak: 24-03-2026 of 2026-03-24.',
      time: 'Tijd: 9:30 of 09:30. De tijd mag ook achter de datum staan.',
      kind: 'Soort afspraak, zoals in de uitkomstenset.',
      status: 'Gepland, afgezegd of niet verschenen. Leeg is gepland.',
      patientNumber: 'Het patiëntnummer van uw ziekenhuis.',
      authority: 'Wie het patiëntnummer uitgaf, als dat een ander ziekenhuis is.',
      givenName: 'Roepnaam of voornaam; zo begint de mail.',
      familyName: 'Achternaam, met tussenvoegsel.',
      birthDate: 'Geboortedatum: 12-04-1959 of 1959-04-12.',
      sex: 'v, m, anders of onbekend.',
      email: 'E-mailadres voor de uitnodiging. Zonder adres gaat er geen mail.',
      phone: 'Telefoonnummer.',
      language: 'Taal in twee letters: nl, en, de, tr of ar.',
      subject: 'Het nummer waarmee de patiënt inlogt, als uw ziekenhuis dat aanlevert.',
      deceasedOn: 'Datum van overlijden. Daarna gaat er niets meer naar de patiënt.',
      team: 'Naam van het team. Nodig als er meer teams zijn en u er hierboven geen kiest.',
      clinician: 'Bij wie de afspraak is: naam of e-mailadres.',
      leadClinician: 'De regiebehandelaar: naam of e-mailadres.',
      location: 'Waar de afspraak is; de patiënt leest het na inloggen.',
      way: 'Bezoek, telefoon of beeld. Leeg: de patiënt komt, tenzij de uitkomstenset iets anders zegt.',
      preparation:
        'Wat deze patiënt vooraf doet; de patiënt leest het na inloggen, in plaats van wat de uitkomstenset zegt.',
      side: 'Links, rechts of beide, als de zorg een zijde heeft.',
      treatment: 'De gekozen behandeling, zoals in de uitkomstenset.',
      diagnosis: 'Code van de diagnose.',
      changedAt: 'Wanneer dit is gewijzigd, met het verschil met UTC: 2026-03-24T09:30:00+01:00.',
    } as Columns,
  },
  en: {
    title: 'What may stand in each column',
    about:
      'The order of the columns is free; other columns are not read. For a patient who is known already, an empty cell fills in nothing and removes nothing; sex and language then stay as they are. An older line changes no address.',
    required: 'required',
    oneOf: (options: string) => `One of: ${options}.`,
    columns: {
      number: 'The number of the appointment in your planning. By it a change is recognised.',
      date: 'Day of the appointment: 2026-03-24 or 24-03-2026.',
      time: 'Time: 9:30 or 09:30. It may also stand behind the date.',
      kind: 'Kind of appointment, as in the outcome set.',
      status: 'Booked, cancelled or no-show. Empty is booked.',
      patientNumber: 'The patient number of your hospital.',
      authority: 'Who gave the patient number, if that is another hospital.',
      givenName: 'First name; the mail begins with it.',
      familyName: 'Family name, with its prefix.',
      birthDate: 'Birth date: 1959-04-12 or 12-04-1959.',
      sex: 'Female, male, other or unknown.',
      email: 'Mail address for the invitation. Without one no mail goes out.',
      phone: 'Telephone number.',
      language: 'Language in two letters: nl, en, de, tr or ar.',
      subject: 'The number with which the patient signs in, if your hospital supplies it.',
      deceasedOn: 'Date of death. After it nothing goes to the patient any more.',
      team: 'Name of the team. Needed if there are several and you choose none above.',
      clinician: 'Who the appointment is with: name or mail address.',
      leadClinician: 'The lead clinician: name or mail address.',
      location: 'Where the appointment is; the patient reads it after signing in.',
      way: 'Visit, phone or video. Empty: the patient comes in, unless the outcome set says otherwise.',
      preparation:
        'What this patient does before it; the patient reads it after signing in, in place of what the outcome set says.',
      side: 'Left, right or both, if the care has a side.',
      treatment: 'The treatment that was chosen, as in the outcome set.',
      diagnosis: 'Code of the diagnosis.',
      changedAt: 'When this was changed, with the difference from UTC: 2026-03-24T09:30:00+01:00.',
    } as Columns,
  },
} satisfies Words<unknown>
