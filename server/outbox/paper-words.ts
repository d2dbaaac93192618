import { isolated, leftToRight } from '../../core/words/isolate.ts'
import type { PatientLanguage, Words } from '../../core/words.ts'

// What a letter says beside the sentences of the mail (words.ts). It lies on a mat and a kitchen table: no word here may
// tell what somebody's care is about either.

export type PaperWords = {
  subject: (organisation: string) => string
  scan: string
  orType: (address: string) => string
  code: string
  birthDate: string
  otherwise: (phone: string) => string
  closing: (team: string) => string
}

export const paperWords = {
  nl: {
    subject: (organisation) => `Vragen van ${organisation}`,
    scan: 'Richt de camera van uw telefoon of tablet op het vierkant. De vragen gaan dan open.',
    orType: (address) => `Of ga op een computer naar ${address} en typ daar deze code:`,
    code: 'Uw code',
    birthDate: 'Daarna vragen we uw geboortedatum. Zo weten we dat u het bent.',
    otherwise: (phone) => `Lukt het niet, of wilt u liever bellen? Bel ${phone}. Iemand helpt u dan.`,
    closing: (team) => `Met vriendelijke groet,\n${team}`,
  },
  en: {
    subject: (organisation) => `Questions from ${organisation}`,
    scan: 'Point the camera of your phone or tablet at the square. The questions then open.',
    orType: (address) => `Or go to ${address} on a computer and type this code there:`,
    code: 'Your code',
    birthDate: 'After that we ask for your date of birth. That is how we know that it is you.',
    otherwise: (phone) =>
      `Does it not work, or would you rather call? Call ${phone}. Somebody will help you.`,
    closing: (team) => `Kind regards,\n${team}`,
  },
  de: {
    subject: (organisation) => `Fragen von ${organisation}`,
    scan: 'Richten Sie die Kamera Ihres Telefons oder Tablets auf das Quadrat. Dann öffnen sich die Fragen.',
    orType: (address) => `Oder gehen Sie am Computer zu ${address} und tippen Sie dort diesen Code ein:`,
    code: 'Ihr Code',
    birthDate: 'Danach fragen wir nach Ihrem Geburtsdatum. So wissen wir, dass Sie es sind.',
    otherwise: (phone) =>
      `Klappt es nicht, oder rufen Sie lieber an? Rufen Sie ${phone} an. Jemand hilft Ihnen dann.`,
    closing: (team) => `Mit freundlichen Grüßen\n${team}`,
  },
  tr: {
    subject: (organisation) => `${organisation} size soru soruyor`,
    scan: 'Telefonunuzun veya tabletinizin kamerasını kareye tutun. Sorular açılır.',
    orType: (address) => `Ya da bilgisayarda ${address} adresine gidin ve şu kodu yazın:`,
    code: 'Kodunuz',
    birthDate: 'Sonra doğum tarihinizi sorarız. Böylece siz olduğunuzu anlarız.',
    otherwise: (phone) =>
      `Olmuyor mu, yoksa aramayı mı tercih edersiniz? ${phone} numarasını arayın. Size yardım edilir.`,
    closing: (team) => `Saygılarımızla,\n${team}`,
  },
  ar: {
    subject: (organisation) => `أسئلة من ${isolated(organisation)}`,
    scan: 'وجّه كاميرا هاتفك أو جهازك اللوحي نحو المربع. عندها تُفتح الأسئلة.',
    orType: (address) => `أو اذهب على الحاسوب إلى ${leftToRight(address)} واكتب هناك هذا الرمز:`,
    code: 'رمزك',
    birthDate: 'بعد ذلك نسألك عن تاريخ ميلادك. هكذا نعرف أنك أنت.',
    otherwise: (phone) => `لم ينجح الأمر، أو تفضّل الاتصال؟ اتصل بالرقم ${leftToRight(phone)}. سيساعدك أحد.`,
    closing: (team) => `مع أطيب التحيات،\n${team}`,
  },
} satisfies Words<PaperWords, PatientLanguage>
