import type { EveTally } from '../../core/mail/clinic-eve.ts'
import type { Language, Words } from '../../core/words.ts'
import type { Letter } from './letter.ts'
import { sayDay } from './say-date.ts'

type EveWords = {
  hello: string
  subject: (day: string, answered: number) => string
  patients: (day: string, n: number) => string
  answered: (n: number) => string
  open: (n: number) => string
  label: string
  end: string
}

const words = {
  nl: {
    hello: 'Goedendag,',
    subject: (day, n) =>
      n === 0
        ? `Uw spreekuur van ${day}`
        : `Uw spreekuur van ${day}: antwoorden van ${n === 1 ? '1 patiënt' : `${n} patiënten`} om te bekijken`,
    patients: (day, n) =>
      `Op ${day} ziet u ${n === 1 ? '1 patiënt' : `${n} patiënten`}, voor zover nu bekend.`,
    answered: (n) =>
      n === 1
        ? 'Van 1 zijn de antwoorden binnen. Wie ze vooraf bekijkt, begint het gesprek bij wat telt.'
        : `Van ${n} zijn de antwoorden binnen. Wie ze vooraf bekijkt, begint het gesprek bij wat telt.`,
    open: (n) =>
      n === 1
        ? '1 patiënt kan nog invullen: stuur de link nog eens, bel, of zet een tablet klaar.'
        : `${n} patiënten kunnen nog invullen: stuur de link nog eens, bel, of zet een tablet klaar.`,
    label: 'Naar dit spreekuur',
    end: 'Deze mail komt de werkdag vóór uw spreekuur. Onder "Uw account" in Uitkomst zet u hem uit.',
  },
  en: {
    hello: 'Good day,',
    subject: (day, n) =>
      n === 0
        ? `Your clinic of ${day}`
        : `Your clinic of ${day}: answers of ${n === 1 ? '1 patient' : `${n} patients`} to look at`,
    patients: (day, n) =>
      `On ${day} you see ${n === 1 ? '1 patient' : `${n} patients`}, as far as is known now.`,
    answered: (n) =>
      `The answers of ${n === 1 ? '1 of them' : `${n} of them`} are in. Who looks beforehand begins the talk with what matters.`,
    open: (n) =>
      n === 1
        ? '1 patient can still answer: send the link again, call, or have a tablet ready.'
        : `${n} patients can still answer: send the link again, call, or have a tablet ready.`,
    label: 'To this clinic',
    end: 'This mail comes on the working day before your clinic. You end it in Uitkomst, under "Your account".',
  },
} satisfies Words<EveWords>

/** What a clinic brings, in numbers: this mail says nothing about anybody. `day` is an ISO date. */
export function eveLetter(
  { day, patients, answered, open }: EveTally & { day: string },
  { language, link }: { language: Language; link: string },
): Letter {
  const say = words[language]
  const date = sayDay(`${day}T12:00:00.000Z`, 'UTC', language)
  return {
    subject: say.subject(date, answered),
    paragraphs: [
      say.hello,
      say.patients(date, patients),
      ...(answered > 0 ? [say.answered(answered)] : []),
      ...(open > 0 ? [say.open(open)] : []),
      { link, label: say.label, button: true },
      say.end,
    ],
  }
}
