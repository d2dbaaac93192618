import { expect, test } from 'vitest'
import { healthWordsIn } from '../../core/mail/health-words.ts'
import { patientLanguages } from '../../core/words.ts'
import type { MailFacts, Recipient } from '../../server/outbox/facts.ts'
import { messageIdOf, senderHost, unsubscribing } from '../../server/outbox/headers.ts'
import { letterHtml, letterText, oneLine } from '../../server/outbox/letter.ts'
import { patientLetter, staffLetter } from '../../server/outbox/letters.ts'

const organisation: MailFacts['organisation'] = {
  id: 'org_1',
  name: 'De Vaart',
  timeZone: 'Europe/Amsterdam',
  language: 'nl',
  urgentPhone: '010 000 12 34',
  confirmBirthDate: false,
  sendFrom: '08:00',
  sendUntil: '20:00',
  quietDays: [],
  thanks: false,
  answersFrom: 12,
  aloneFrom: 16,
  sharesSince: null,
  createdAt: '2026-01-01T00:00:00.000Z',
}
const recipient: Recipient = {
  id: 'pat_1',
  organisationId: 'org_1',
  givenName: 'Wil',
  familyName: 'van der Ploeg',
  searchName: 'wil van der ploeg',
  sex: 'female',
  birthDate: '1959-04-12',
  language: 'nl',
  email: 'sealed',
  emailKey: 'key',
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
  createdAt: '2026-01-01T00:00:00.000Z',
}
const asked: MailFacts['asked'] = [
  {
    id: 'ass_1',
    messageId: 'msg_1',
    patientId: 'pat_1',
    setVersionId: 'ver_1',
    moment: 'intake',
    opensAt: '2026-11-09T23:00:00.000Z',
    closesAt: '2026-11-23T23:00:00.000Z',
    linkDeadAt: '2026-12-01T00:00:00.000Z',
    withdrawnAt: null,
    declinedAt: null,
    submittedAt: null,
    mailOffAt: null,
    enrolmentEndedOn: null,
    appointmentStartsAt: '2026-11-24T09:20:00.000Z',
    appointmentStatus: 'booked',
    appointmentKind: 'surgery',
    appointmentWay: null,
    appointmentPreparation: null,
    teamPhone: '010 000 12 00',
  },
]
const links = {
  answer: 'https://vragen.example.nl/v/abc',
  reading: 'https://vragen.example.nl/mijn',
  optOut: 'https://vragen.example.nl/u/def',
}

type Given = {
  kind?: string
  patient?: Partial<Recipient>
  shared?: boolean
  proxyId?: string
  organisation?: string
  asked?: typeof asked
  text?: MailFacts['text']
}

function letter(given: Given = {}) {
  const message: MailFacts['message'] = {
    id: 'msg_1',
    organisationId: 'org_1',
    patientId: 'pat_1',
    proxyId: given.proxyId ?? null,
    kind: given.kind ?? 'invitation',
    channel: 'mail',
    batch: 'pat_1 2026-11-10',
    address: null,
    content: null,
    dueAt: '2026-11-10T08:00:00.000Z',
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
    createdAt: '2026-11-10T08:00:00.000Z',
  }
  const patient = { ...recipient, ...given.patient }
  const house = { ...organisation, name: given.organisation ?? organisation.name }
  const facts = {
    message,
    organisation: house,
    patient,
    shared: given.shared ?? false,
    turned: false,
    asked: given.asked ?? asked,
    text: given.text ?? null,
  }
  return patientLetter(facts, facts.asked, 7.2, links, { fromHome: true, hasPreparation: true })
}

const kinds = [
  'invitation',
  'reminder',
  'wanted-reminder',
  'new-link',
  'new-address',
  'agreement',
  'thanks',
  'elsewhere',
]
const everyLetter = kinds.flatMap((kind) =>
  patientLanguages.flatMap((language) =>
    [true, false].map((shared) => letter({ kind, shared, patient: { language } })),
  ),
)

test('no mail to a patient has a word that tells what their care is about', () => {
  for (const one of everyLetter) {
    expect(healthWordsIn(`${one.subject}\n${letterText(one)}`)).toEqual([])
  }
  expect(everyLetter).toHaveLength(80)
})

test('an invitation says who asks, for which visit, how long, until when, and whom to call', () => {
  const text = letterText(letter())
  expect(text).toContain('Beste mevrouw Van der Ploeg,')
  expect(text).toContain('De Vaart wil graag weten hoe het met u gaat.')
  expect(text).toContain('dinsdag 24 november 2026 om 10:20 uur')
  expect(text).toContain('ongeveer 8 minuten')
  expect(text).toContain('Naar de vragen:\nhttps://vragen.example.nl/v/abc')
  expect(text).toContain('tot en met maandag 23 november 2026')
  expect(text).toContain('Kan iets niet wachten? Bel 010 000 12 34.')
  expect(text).toContain('Heeft u een vraag? Bel 010 000 12 00.')
  expect(text).toContain('Geen mail meer:\nhttps://vragen.example.nl/u/def')
  expect(letter().subject).toBe('Vragen voor uw afspraak bij De Vaart')
})

test('in English to whom speaks English, without a title where none fits', () => {
  const text = letterText(letter({ patient: { language: 'en', sex: 'unknown' } }))
  expect(text).toContain('Dear Wil van der Ploeg,')
  expect(text).toContain('appointment on Tuesday 24 November 2026 at 10:20')
  expect(letterText(letter({ patient: { language: 'fr' } }))).toContain('Beste mevrouw')
})

test('a visit that is cancelled or does not exist is not spoken of', () => {
  for (const visit of [
    { appointmentStatus: 'cancelled' },
    { appointmentStartsAt: null, appointmentStatus: null },
  ]) {
    const one = letter({ asked: asked.map((row) => ({ ...row, ...visit })) })
    expect(letterText(one)).not.toContain('afspraak')
    expect(one.subject).toBe('Vragen voor u van De Vaart')
  }
})

test('a mail to a shared address names nobody and no visit, and has one link to answer', () => {
  const one = letter({ shared: true })
  const all = `${one.subject} ${letterText(one)}`
  expect(all).not.toMatch(/\bWil\b|Ploeg|afspraak|10:20/)
  expect(all).toContain('Meer mensen gebruiken dit mailadres.')
  expect(all.match(/\/v\//g)).toHaveLength(1)
})

test('names are escaped in HTML, and nothing is loaded from anywhere', () => {
  const html = letterHtml(
    letter({ organisation: 'De <b>"Vaart"</b> & Zn', patient: { familyName: "<img src=x onerror='1'>" } }),
    'nl',
  )
  expect(html).toContain('De &lt;b&gt;&quot;Vaart&quot;&lt;/b&gt; &amp; Zn')
  const tags = new Set([...html.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag ?? ''))
  expect([...tags].toSorted()).toEqual(['a', 'body', 'head', 'html', 'meta', 'p', 'title'])
  expect(html).not.toMatch(/url\(|@import/)
})

test.each(['\r\nBcc: all@example.nl', 'a\nb', 'a\u0000b', 'a\u2028b', 'a\u0085b'])(
  'a control character is refused in every field: %j',
  (evil) => {
    expect(() => oneLine(evil)).toThrow('control character')
    expect(() => letterText(letter({ organisation: `De Vaart${evil}` }))).toThrow('control character')
    expect(() => letterHtml(letter({ patient: { familyName: evil } }), 'nl')).toThrow('control character')
  },
)

test('mail to staff says nothing about anybody', () => {
  const alert = letterText(
    staffLetter('alert', { language: 'nl', link: 'https://uitkomst.example.nl' }, 'De Vaart'),
  )
  expect(alert).toContain('Er is een nieuwe alert voor uw team.')
  expect(alert).not.toMatch(/Ploeg|heup|pijn/i)
  const link = { language: 'en' as const, link: 'https://uitkomst.example.nl/welcome/abc' }
  expect(letterText(staffLetter('staff-link', { ...link, purpose: 'password' }, 'De Vaart'))).toContain(
    link.link,
  )
})

test('an invitation says for which organisation, from whom, and how long it works', () => {
  const link = { language: 'nl' as const, link: 'https://uitkomst.example.nl/welcome/abc' }
  const invited = { name: 'Daan Verhulst', by: 'Ilse Brandt' }
  const letter = staffLetter('staff-link', { ...link, purpose: 'invitation', invited }, 'De Vaart')
  expect(letter.subject).toBe('Uw account voor Uitkomst bij De Vaart')
  const text = letterText(letter)
  expect(text).toContain('Beste Daan Verhulst,')
  expect(text).toContain('Ilse Brandt nodigt u uit om bij De Vaart')
  expect(text).toContain('één keer, en 7 dagen lang')
})

test('the Message-ID depends on the message alone and tells nothing', () => {
  const id = messageIdOf('secret', 'msg_1', 'example.nl')
  expect(id).toBe(messageIdOf('secret', 'msg_1', 'example.nl'))
  expect(id).not.toBe(messageIdOf('secret', 'msg_2', 'example.nl'))
  expect(id).toMatch(/^<[\w-]{32}@example\.nl>$/)
  expect(senderHost('Uitkomst <noreply@uitkomst.example.nl>')).toBe('uitkomst.example.nl')
})

test('unsubscribing is one click, and by mail where a mailbox is set', () => {
  expect(unsubscribing('https://x.nl/u/t', undefined)['List-Unsubscribe']).toBe('<https://x.nl/u/t>')
  expect(unsubscribing('https://x.nl/u/t', 'stop@x.nl')['List-Unsubscribe']).toBe(
    '<https://x.nl/u/t>, <mailto:stop@x.nl?subject=unsubscribe>',
  )
})

test('in German, Turkish and Arabic, with the words that nobody has checked that yet', () => {
  const german = letterText(letter({ patient: { language: 'de' } }))
  expect(german).toContain('Guten Tag Frau van der Ploeg,')
  expect(german).toContain('Sie haben einen Termin am Dienstag 24. November 2026 um 10:20 Uhr.')
  expect(german).toContain('Diese Übersetzung wurde noch nicht von Menschen geprüft.')
  const turkish = letterText(letter({ patient: { language: 'tr' } }))
  expect(turkish).toContain('Sayın Wil van der Ploeg,')
  expect(turkish).toContain('24 Kasım 2026 Salı')
  const arabic = letter({ patient: { language: 'ar' } })
  expect(letterText(arabic)).toContain('24 نوفمبر 2026')
  expect(letterHtml(arabic, 'ar')).toContain('<html lang="ar" dir="rtl">')
})

test('an organisation’s own words stand above the button, and nothing that protects the patient goes', () => {
  const text = { subject: 'Vertel het {organisatie}', opening: 'Wij horen graag van u.\nHet scheelt tijd.' }
  const one = letter({ text })
  expect(one.subject).toBe('Vertel het De Vaart')
  const said = letterText(one)
  expect(said).toContain('Wij horen graag van u.\n\nHet scheelt tijd.')
  expect(said).not.toContain('wil graag weten')
  for (const kept of ['Naar de vragen:', 'Kan iets niet wachten?', 'Geen mail meer:', 'tot en met'])
    expect(said).toContain(kept)
  expect(letterText(letter({ kind: 'agreement', text }))).toContain('Inloggen en lezen')
})
