import type { MailText } from '../../core/mail/mail-text.ts'
import { instantOf, localDate, moveDate, moveInstant } from '../../core/time/dates.ts'
import type { MailFacts, Organisation } from '../outbox/facts.ts'
import type { Paragraph } from '../outbox/letter.ts'
import { patientLetter } from '../outbox/letters.ts'
import type { Which } from './mail-texts.ts'

const MINUTES = 8

/** A mail to an invented patient with a visit in a week, as it would go at an instant. Its links lead nowhere. */
export function sampleMail(
  organisation: Organisation,
  { kind, language }: Which,
  text: MailText | null,
  now: string,
): { subject: string; paragraphs: Paragraph[] } {
  const { timeZone } = organisation
  const visit = instantOf(`${moveDate(localDate(now, timeZone), 'P7D')}T10:20`, timeZone)
  const asked: MailFacts['asked'] = [
    {
      id: '',
      messageId: '',
      patientId: '',
      setVersionId: '',
      moment: '',
      withdrawnAt: null,
      declinedAt: null,
      mailOffAt: null,
      submittedAt: null,
      enrolmentEndedOn: null,
      opensAt: now,
      closesAt: moveInstant(now, 'P6D', timeZone),
      linkDeadAt: visit,
      appointmentStartsAt: visit,
      appointmentStatus: 'booked',
      appointmentKind: null,
      appointmentWay: null,
      appointmentPreparation: null,
      teamPhone: organisation.urgentPhone,
    },
  ]
  const facts = {
    message: messageOf(kind, now),
    organisation,
    patient: personOf(language),
    shared: false,
    turned: false,
    asked,
    text,
  }
  return patientLetter(facts, asked, MINUTES, { answer: '#', reading: '#', optOut: '#' })
}

const messageOf = (kind: string, at: string): MailFacts['message'] => ({
  id: '',
  organisationId: '',
  patientId: '',
  proxyId: null,
  channel: 'mail',
  batch: '',
  address: null,
  content: null,
  attempts: 0,
  leaseUntil: null,
  sentAt: null,
  deliveredAt: null,
  numberKey: null,
  suppressedAt: null,
  failedAt: null,
  why: null,
  early: null,
  arm: null,
  kind,
  dueAt: at,
  createdAt: at,
})

const personOf = (language: string): NonNullable<MailFacts['patient']> => ({
  id: '',
  organisationId: '',
  searchName: '',
  email: null,
  emailKey: null,
  emailDeadAt: null,
  phone: null,
  phoneDeadAt: null,
  textsStoppedAt: null,
  prefersTexts: false,
  contactToldAt: null,
  mailOff: [],
  ownAskedAt: null,
  optedOutAt: null,
  deceasedOn: null,
  createdAt: '',
  givenName: 'Wil',
  familyName: 'van der Ploeg',
  sex: 'female',
  birthDate: '1959-04-12',
  language,
})
