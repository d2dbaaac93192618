import 'survey-core/i18n/german'
import type { PatientWords } from '../words.ts'

export const de: PatientWords = {
  loading: 'Die Fragen kommen gleich.',
  title: 'Fragen vor Ihrem Termin',
  back: 'Zurück',
  next: 'Weiter',
  skip: 'Diese Frage überspringen',
  minutesLeft: (minutes) => (minutes <= 1 ? 'Noch 1 Minute' : `Noch etwa ${minutes} Minuten`),
  saved: 'Ihre Antwort ist gespeichert',
  offline:
    'Noch nicht gesendet. Sie können weitermachen: Wir versuchen es noch einmal. Lassen Sie diesen Bildschirm noch offen.',
  merged: 'Sie haben auch auf einem anderen Bildschirm geantwortet. Diese Antworten stehen jetzt auch hier.',
  answerFirst: 'Bitte beantworten Sie zuerst diese Frage.',
  answerOrSkip: 'Wählen Sie eine Antwort. Oder wählen Sie unten: Diese Frage überspringen.',
  onlyIn: {
    nl: 'Diese Frage gibt es noch nicht auf Deutsch. Sie steht hier auf Niederländisch.',
    en: 'Diese Frage gibt es noch nicht auf Deutsch. Sie steht hier auf Englisch.',
  },
  unchecked:
    'Diese Übersetzung wurde noch nicht von Menschen geprüft. Ist etwas unklar? Fragen Sie Ihr Team.',
  side: { left: 'Linke Seite', right: 'Rechte Seite', both: 'Beide Seiten', '': '' },
  call: (phone) => `${phone} anrufen`,
  nothing: 'Es gibt keine Fragen für Sie',
  nothingAbout: 'Sie müssen jetzt nichts tun.',
  asleep: 'Öffnen Sie den Link in Ihrer E-Mail oder SMS noch einmal',
  asleepAbout:
    'Sie waren eine Zeit lang weg. Was Sie ausgefüllt haben, ist gespeichert. Öffnen Sie den Link noch einmal, um weiterzumachen.',
  gone: 'Diese Fragen sind schon gesendet oder geschlossen',
  goneAbout: 'Vielleicht haben Sie das auf einem anderen Bildschirm getan. Sie müssen jetzt nichts tun.',
  failed: 'Die Fragen konnten nicht geladen werden',
  failedAbout:
    'Prüfen Sie Ihr Internet und versuchen Sie es noch einmal. Was Sie ausgefüllt haben, ist gespeichert.',
  again: 'Noch einmal versuchen',
  demo: 'Dies ist ein Beispiel. Diese Menschen gibt es nicht.',
}
