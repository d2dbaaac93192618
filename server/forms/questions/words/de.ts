import type { QuestionWords } from '../words.ts'

export const de: QuestionWords = {
  title: 'Fragen vor Ihrem Termin',
  back: 'Zurück',
  next: 'Weiter',
  skip: 'Diese Frage überspringen',
  minutesLeft: (minutes) => (minutes <= 1 ? 'Noch 1 Minute' : `Noch etwa ${minutes} Minuten`),
  lastQuestion: 'Letzte Frage',
  saved: 'Ihre Antwort ist gespeichert',
  unsent: 'Noch nicht gesendet. Sie können weitermachen: Wir versuchen es noch einmal.',
  merged: 'Sie haben auch auf einem anderen Bildschirm geantwortet. Diese Antworten stehen jetzt auch hier.',
  side: { left: 'Linke Seite', right: 'Rechte Seite', both: 'Beide Seiten', '': '' },
  onlyIn: {
    nl: 'Diese Frage gibt es noch nicht auf Deutsch. Sie steht hier auf Niederländisch.',
    en: 'Diese Frage gibt es noch nicht auf Deutsch. Sie steht hier auf Englisch.',
  },
  body: { front: 'Vorne', back: 'Hinten' },
  readAloud: 'Vorlesen',
  readNoMore: 'Nicht mehr vorlesen',

  answerFirst: 'Bitte beantworten Sie zuerst diese Frage.',
  answerOrSkip: 'Wählen Sie eine Antwort. Oder wählen Sie unten: Diese Frage überspringen.',
  chooseOne: 'Wählen Sie eine der Antworten.',
  numberBetween: (min, max) => `Schreiben Sie eine Zahl von ${min} bis ${max}.`,
  wholeBetween: (min, max) => `Schreiben Sie eine ganze Zahl von ${min} bis ${max}.`,
  aDate: 'Schreiben Sie ein Datum: Tag, Monat und Jahr.',
  textWithin: (most) => `Das ist zu lang. Schreiben Sie höchstens ${most} Zeichen.`,

  topics: 'Worüber möchten Sie sprechen?',
  topicsAbout: (clinician, isVisit) =>
    isVisit
      ? `Wählen Sie 1 oder 2 Themen. ${clinician ?? 'Ihr Behandlungsteam'} fängt damit an.`
      : 'Wählen Sie 1 oder 2 Themen. Ihr Behandlungsteam liest, was Sie wählen.',
  topicsChosen: (count) => (count === 1 ? '1 Thema gewählt' : `${count} Themen gewählt`),
  topicsMany: 'Wählen Sie höchstens 2. Nehmen Sie zuerst ein Häkchen weg.',
  topicText: 'Etwas anderes? Schreiben Sie es hier.',

  urgent: 'Gibt es etwas, das nicht warten kann?',
  urgentUntil: (day) => `Gibt es etwas, das nicht bis ${day} warten kann?`,
  urgentAbout: 'Zum Beispiel Fieber, Atemnot oder Beschwerden, die schnell schlimmer werden.',
  canWait: 'Nein, es kann warten',
  cannotWait: 'Ja, ich möchte früher Hilfe',
  urgentChoose: 'Wählen Sie nein oder ja.',
  callNow: 'Rufen Sie uns jetzt an',
  callNowAbout: 'Wir lesen Ihre Antworten nicht sofort. Warten Sie nicht, bis wir Sie anrufen.',
  lifeAtRisk: 'Leben in Gefahr?',
  send: 'Meine Antworten senden',
  sending: 'Ihre Antworten werden gesendet.',
  sendFailed:
    'Das Senden hat nicht geklappt. Ihre Antworten stehen noch hier. Prüfen Sie Ihr Internet und drücken Sie noch einmal auf den Knopf.',
  changedElsewhere:
    'Auf einem anderen Bildschirm wurden Antworten geändert. Sie stehen jetzt auch hier. Prüfen Sie sie und senden Sie sie noch einmal.',

  sentTitle: 'Ihre Antworten sind gesendet',
  thanks: (name) => `Vielen Dank, ${name}.`,
  sentTo: (team) => `Gesendet an Ihr Behandlungsteam: ${team}.`,
  teamReads: 'Vor Ihrem Termin',
  teamReadsAbout: 'Ihr Behandlungsteam liest Ihre Antworten.',
  teamReadsNoAppointment: 'Danach',
  teamReadsSoon: 'Ihr Behandlungsteam liest Ihre Antworten. Es meldet sich bei Ihnen, wenn das nötig ist.',
  talk: (clinician) => (clinician ? `Sie sprechen mit ${clinician}.` : 'Sie haben Ihren Termin.'),
  talkAbout: (topics) => `Zuerst über: ${topics.join(' und ')}.`,
  afterwards: 'Nach dem Gespräch',
  afterwardsAbout: 'Sie können lesen, was Sie zusammen abgesprochen haben. Dafür melden Sie sich an.',
  meaning: 'Was Ihre Antworten bedeuten',
  firstTime: 'Dies ist das erste Mal. Später sehen Sie, was sich ändert.',
  changes: {
    better: 'Deutlich besser als beim letzten Mal.',
    worse: 'Weniger gut als beim letzten Mal.',
    'no-clear-change': 'Keine deutliche Veränderung.',
    unknown: 'Ob sich wirklich etwas verändert hat, können wir nicht sagen.',
  },
  now: 'Jetzt:',
  nowScore: (value, max) => `Jetzt: ${value} von ${max}.`,
  normIs: (mean, value) => `Menschen wie Sie in den Niederlanden: im Durchschnitt ${mean}. Sie: ${value}.`,
  ownQuestions: 'Diese Fragen sind unsere eigenen. Es ist kein validierter Fragebogen.',
  notChecked: 'Noch nicht alle Zahlen, mit denen wir Ihre Antworten vergleichen, sind geprüft.',
  worse: 'Wird es schlimmer?',
  results: 'Meine Ergebnisse ansehen',
  moreQuestions: 'Es gibt noch Fragen für Sie',

  asleep: 'Öffnen Sie den Link in Ihrer E-Mail oder SMS noch einmal',
  asleepAbout:
    'Sie waren eine Zeit lang weg. Was Sie ausgefüllt haben, ist gespeichert. Öffnen Sie den Link noch einmal, um weiterzumachen.',
  gone: 'Diese Fragen sind schon gesendet oder geschlossen',
  goneAbout: 'Vielleicht haben Sie das auf einem anderen Bildschirm getan. Sie müssen jetzt nichts tun.',
}
