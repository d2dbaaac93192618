import type { MailWords } from '../words.ts'

export const de: MailWords = {
  dear: (name) => `Guten Tag ${name},`,
  dearNobody: 'Guten Tag,',
  visitSubject: (organisation) => `Fragen vor Ihrem Termin bei ${organisation}`,
  askSubject: (organisation) => `Fragen an Sie von ${organisation}`,
  reminderSubject: (organisation) => `Erinnerung: Es gibt noch Fragen für Sie bei ${organisation}`,
  newLinkSubject: (organisation) => `Ihr neuer Link von ${organisation}`,
  agreementSubject: (organisation) => `Es gibt etwas für Sie bei ${organisation}`,
  ask: (organisation) => `${organisation} möchte gerne wissen, wie es Ihnen geht. Es gibt Fragen für Sie.`,
  askForAnother: (organisation) =>
    `${organisation} möchte gerne wissen, wie es jemandem geht, für den Sie antworten. Es gibt Fragen für Sie.`,
  remind: (organisation) =>
    `${organisation} hat Ihnen Fragen gesendet. Ihre Antworten sind noch nicht da. Sie können sie jetzt noch geben.`,
  wanted: 'Sie haben uns gebeten, Sie zu erinnern. Die Fragen sind für Sie da.',
  newLink: 'Sie haben um einen neuen Link gebeten. Hier ist er.',
  newAddress: (organisation) =>
    `${organisation} hat jetzt diese E-Mail-Adresse von Ihnen. Ein Link aus einer früheren E-Mail funktioniert vielleicht nicht mehr. Hier ist ein neuer.`,
  visit: (day, time) =>
    `Sie haben einen Termin am ${day} um ${time} Uhr. Mit Ihren Antworten bereitet Ihr Team das Gespräch vor.`,
  fromHome: 'Dieser Termin findet aus der Ferne statt. Sie müssen dafür nicht kommen.',
  prepare: 'Nach dem Anmelden lesen Sie, wie Sie sich auf den Termin vorbereiten.',
  minutes: (minutes) =>
    `Es dauert etwa ${minutes === 1 ? '1 Minute' : `${minutes} Minuten`}. Sie dürfen zwischendurch aufhören und später weitermachen.`,
  toQuestions: 'Zu den Fragen',
  until: (day) => `Sie können bis einschließlich ${day} antworten.`,
  untilTime: (day, time) => `Sie können bis ${day}, ${time} Uhr antworten.`,
  whoReads: (organisation) =>
    `Ihre Antworten gehen an Ihr Team bei ${organisation}. Das Team liest sie und spricht mit Ihnen darüber. Es lernt auch daraus, ohne Ihren Namen, außer wenn Sie das nicht möchten.`,
  thanksSubject: (organisation) => `Vielen Dank, im Namen von ${organisation}`,
  thanks: (organisation) =>
    `Ihre Antworten sind bei Ihrem Team von ${organisation} angekommen. Das Team liest sie und spricht mit Ihnen darüber. Sie müssen nichts mehr tun.`,
  elsewhereSubject: (organisation) => `Ihre Antwort an ${organisation} wurde nicht gelesen`,
  elsewhere: (organisation) =>
    `Sie haben auf eine E-Mail von ${organisation} geantwortet. Niemand liest, was Sie dort schreiben. Wir haben es auch nicht aufbewahrt.`,
  free: 'Sie entscheiden selbst, ob Sie mitmachen. Mitmachen oder nicht: Ihnen wird genauso gut geholfen.',
  freeForAnother:
    'Sie entscheiden selbst, ob Sie mitmachen. Mitmachen oder nicht: Der Person, für die Sie antworten, wird genauso gut geholfen.',
  agreement: (organisation) =>
    `Bei ${organisation} gibt es etwas für Sie zu lesen. Sie lesen es, nachdem Sie sich angemeldet haben.`,
  toReading: 'Anmelden und lesen',
  urgent: (phone) => `Niemand schaut jetzt mit. Kann etwas nicht warten? Rufen Sie ${phone} an.`,
  noReply: (phone) =>
    `Senden Sie keine Fragen an diese E-Mail-Adresse: Dort liest sie niemand. Haben Sie eine Frage? Rufen Sie ${phone} an.`,
  forAnother:
    'Sie bekommen diese E-Mail, weil Sie für jemand anderen antworten. Hier steht kein Name. Nach dem Link fragen wir nach dem Geburtsdatum dieser Person.',
  shared:
    'Mehrere Menschen benutzen diese E-Mail-Adresse. Darum steht hier kein Name. Nach dem Link fragen wir nach einem Geburtsdatum.',
  noMore: 'Möchten Sie keine E-Mails mehr von uns?',
  optOut: 'Keine E-Mails mehr',
  unchecked: 'Diese Übersetzung wurde noch nicht von Menschen geprüft.',
}
