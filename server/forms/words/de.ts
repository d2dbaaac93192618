import type { FormWords } from '../words.ts'

export const de: FormWords = {
  languageName: 'Deutsch',
  language: 'Sprache',
  unchecked:
    'Diese Übersetzung wurde noch nicht von Menschen geprüft. Ist etwas unklar? Fragen Sie Ihr Team.',

  questions: 'Fragen vor Ihrem Termin',
  begin: 'Beginnen',
  beginAbout:
    'Das Behandlungsteam fragt, wie es Ihnen geht oder jemandem, für den Sie antworten. Sie brauchen kein Passwort.',
  notLive: 'Niemand schaut jetzt live mit.',
  cannotWait: 'Gibt es etwas, das nicht warten kann?',
  call: (phone) => `${phone} anrufen`,
  demo: 'Dies ist ein Beispiel. Diese Menschen gibt es nicht.',

  textSize: 'Schrift',
  textSizeNow: (size) => (size === 3 ? 'Schrift wieder normal' : 'Schrift größer'),

  hello: (name) => `Guten Tag ${name}`,
  lead: (clinician, team, isVisit) =>
    clinician
      ? `${clinician} möchte gerne wissen, wie es Ihnen jetzt geht. ${isVisit ? 'Ihre Antworten helfen beim Gespräch.' : 'Ihr Behandlungsteam liest Ihre Antworten.'}`
      : `Ihr Behandlungsteam (${team}) möchte gerne wissen, wie es Ihnen jetzt geht.`,
  leadForAnother: (patient, clinician, team, isVisit) =>
    clinician
      ? `${clinician} möchte gerne wissen, wie es ${patient} jetzt geht. ${isVisit ? 'Ihre Antworten helfen beim Gespräch.' : 'Das Behandlungsteam liest Ihre Antworten.'}`
      : `Das Behandlungsteam (${team}) möchte gerne wissen, wie es ${patient} jetzt geht.`,
  appointment: (clinician) => (clinician ? `Ihr Termin mit ${clinician}` : 'Ihr Termin'),
  appointmentOf: (patient, clinician) =>
    clinician ? `Der Termin von ${patient} mit ${clinician}` : `Der Termin von ${patient}`,
  needed: 'So viel Zeit brauchen Sie',
  minutes: (count) => (count === 1 ? 'Etwa 1 Minute.' : `Etwa ${count} Minuten.`),
  pause: 'Sie dürfen eine Pause machen.',
  kept: 'Was Sie schon ausgefüllt haben, ist gespeichert.',
  whoReads: 'Wer Ihre Antworten liest',
  readers: (teams) => `Ihr Behandlungsteam: ${teams}.`,
  moreAboutData: 'Mehr über Ihre Daten',
  aboutData: [
    'Ihre Antworten gehören zu Ihrer Akte. Nur Ihr Behandlungsteam sieht sie mit Ihrem Namen.',
    'Das Team schaut sich auch die Antworten vieler Menschen zusammen an. Darin sind Sie nicht zu erkennen. Haben Sie gesagt, dass Sie das nicht möchten? Dann zählen Ihre Antworten nicht mit.',
    'Wir schreiben auf, wer Ihre Antworten ansieht. Sie dürfen danach fragen.',
  ],
  start: 'Mit den Fragen beginnen',
  goOn: 'Mit den Fragen weitermachen',
  proxyUntil: (name, patient, last) => `${name} darf bis einschließlich ${last} für ${patient} antworten.`,
  respondentNow: {
    patient: '',
    proxy: 'Sie antworten für jemand anderen.',
    together: 'Sie antworten zusammen.',
  },
  forSomebodyElse: 'Ich antworte für jemand anderen',
  family: (name) => `Zu den Fragen von ${name}`,
  familyAbout: 'Wir fragen zuerst nach dem Geburtsdatum.',
  whoAnswers: 'Wer beantwortet die Fragen?',
  respondents: {
    patient: (name) => `${name} selbst`,
    together: (name) => `${name} und ich zusammen`,
    proxy: (name) => `Ich, für ${name}`,
  },
  keep: 'Speichern',
  remindMe: { tonight: 'Erinnern Sie mich heute Abend', tomorrow: 'Erinnern Sie mich morgen' },
  remindedAt: (when) => `Mit einer Nachricht: ${when}`,
  reminded: (when) => `Sie bekommen eine Nachricht: ${when}. Sie können diesen Bildschirm schließen.`,
  ratherNot: 'Lieber nicht',
  noMoreMessages: 'Ich möchte keine Nachrichten mehr',
  declineTitle: 'Möchten Sie diese Fragen lieber nicht beantworten?',
  declineAbout: [
    'Das ist in Ordnung. Ihre Behandlung ändert sich nicht. Wir senden Ihnen keine Nachrichten mehr über diese Fragen.',
  ],
  declineWhy: 'Dürfen wir wissen, warum? Sie müssen nichts auswählen. Ihr Behandlungsteam kann das lesen.',
  declineReasons: {
    'too-much': 'Es sind zu viele Fragen',
    'too-ill': 'Ich fühle mich zu krank oder zu müde',
    'no-use': 'Ich weiß nicht, was es mir bringt',
    'rather-talk': 'Ich erzähle es lieber im Gespräch',
    private: 'Ich möchte das nicht mitteilen',
  },
  decline: 'Diese Fragen lieber nicht',
  declined: 'Das ist in Ordnung',
  declinedAbout: [
    'Sie bekommen keine Nachrichten mehr über diese Fragen. Ihr Behandlungsteam sieht, dass Sie lieber nicht antworten.',
    'Haben Sie es sich anders überlegt? Öffnen Sie den Link in Ihrer E-Mail oder SMS noch einmal.',
  ],
  declinedBefore:
    'Sie wollten diese Fragen lieber nicht beantworten. Haben Sie es sich anders überlegt? Dann geht es jetzt noch.',
  stopTitle: 'Möchten Sie keine Nachrichten mehr bekommen?',
  stopAbout: [
    'Sie bekommen dann keine E-Mails und keine SMS mehr von uns. Ihre Behandlung ändert sich nicht.',
    'Was Sie früher gesendet haben, bleibt in Ihrer Akte.',
    'Haben Sie es sich anders überlegt? Sagen Sie es Ihrem Behandlungsteam.',
  ],
  stopWhich: 'Worüber möchten Sie keine Nachrichten mehr?',
  stopScopes: {
    care: 'Über diese Fragen',
    organisation: 'Von dieser Einrichtung',
    everywhere: 'Über mich, von allen Einrichtungen, die dieses Programm benutzen',
  },
  stoppedScope: {
    care: 'Sie bekommen über diese Fragen keine E-Mails oder SMS mehr',
    organisation: 'Sie bekommen keine E-Mails oder SMS mehr',
    everywhere: 'Sie bekommen von keiner Einrichtung mehr E-Mails oder SMS dieses Programms',
  },
  stop: 'Senden Sie mir keine Nachrichten mehr',
  backToQuestions: 'Zurück zu den Fragen',
  stopped: 'Sie bekommen keine E-Mails oder SMS mehr',
  stoppedAbout: 'Das ist in Ordnung. Haben Sie es sich anders überlegt? Sagen Sie es Ihrem Behandlungsteam.',
  stoppedOthers:
    'Das gilt nur für Sie. Bekommt noch jemand E-Mails an diese Adresse, oder sind Sie irgendwo unter einem anderen Namen oder einer anderen E-Mail-Adresse bekannt? Diese E-Mails enden mit dem Link in der E-Mail selbst.',
  unknownTitle: 'Dieser Link funktioniert nicht',
  unknownAbout: [
    'Vielleicht ist der Link zu alt, oder er wurde nicht ganz kopiert.',
    'Möchten Sie keine Fragen mehr bekommen? Benutzen Sie den Link in Ihrer letzten Nachricht, oder rufen Sie Ihr Behandlungsteam an.',
  ],

  birthTitle: 'Was ist Ihr Geburtsdatum?',
  birthWhose:
    'Das Geburtsdatum der Patientin oder des Patienten. So wissen wir, dass diese Fragen bei der richtigen Person ankommen.',
  birthLabel: 'Geburtsdatum',
  birthHint: 'Tag, Monat und Jahr. Zum Beispiel 31.3.1957.',
  birthNotADate: 'Das ist kein Datum. Schreiben Sie Tag, Monat und Jahr, zum Beispiel 31.3.1957.',
  birthWrong: (left) =>
    `Dieses Datum stimmt nicht. Bitte prüfen Sie es. Sie können es noch ${left === 1 ? 'einmal' : `${left}-mal`} versuchen.`,
  goFurther: 'Weiter',
  birthLocked: 'Dieser Link ist gesperrt',
  birthLockedAbout:
    'Das Geburtsdatum war zu oft falsch. Bitten Sie hier unten um einen neuen Link. Klappt es nicht? Rufen Sie Ihr Behandlungsteam an.',
  codeTitle: 'Tippen Sie den Code aus Ihrem Brief ein',
  codeAbout:
    'Das Behandlungsteam fragt, wie es Ihnen geht oder jemandem, für den Sie antworten. Der Code im Brief öffnet Ihre Fragen.',
  codeLabel: 'Code',
  codeHint: 'Dreizehn Buchstaben und Ziffern, zum Beispiel ABCD-EFGH-JKMN-P. Striche sind nicht nötig.',
  codeSlip: 'Dieser Code stimmt noch nicht. Prüfen Sie jedes Zeichen.',
  codeUnknown: 'Dieser Code funktioniert nicht oder nicht mehr. Rufen Sie die Nummer in Ihrem Brief an.',
  codeWait:
    'Es wurden zu viele Codes versucht. Prüfen Sie jedes Zeichen noch einmal, oder richten Sie die Kamera auf das Quadrat im Brief.',
  birthLockedToday: 'Heute geht es nicht mehr',
  birthLockedTodayAbout: [
    'Das Geburtsdatum war zu oft falsch. Auch ein neuer Link hilft jetzt nicht.',
    'Nach 24 Stunden können Sie es noch einmal versuchen. Möchten Sie nicht warten? Rufen Sie Ihr Behandlungsteam an.',
  ],

  giveBack: 'Aufhören und das Tablet zurückgeben',
  givenBack: 'Vielen Dank',
  givenBackAbout: [
    'Geben Sie das Tablet jetzt bitte zurück.',
    'Auf dem Tablet ist nichts mehr von Ihnen gespeichert. Was Sie ausgefüllt haben, liegt bei Ihrem Behandlungsteam.',
  ],

  oldTitle: 'Dieser Link gilt nicht mehr',
  oldAbout:
    'Das ist nicht schlimm. Vielleicht sind die Fragen schon beantwortet, oder Sie haben eine neuere E-Mail bekommen. War die E-Mail nicht für Sie? Dann löschen Sie sie bitte.',
  whatNow: 'Was Sie jetzt tun können',
  newLink: 'Senden Sie mir einen neuen Link',
  newLinkAbout: 'Der Link geht an die E-Mail-Adresse, die das Krankenhaus von Ihnen hat.',
  newLinkSent: 'Schauen Sie in Ihre E-Mails',
  newLinkSentAbout: [
    'Gibt es Fragen für Sie, dann bekommen Sie in wenigen Minuten eine E-Mail mit einem neuen Link.',
    'Die E-Mail geht an die Adresse, die das Krankenhaus von Ihnen hat.',
    'Keine E-Mail bekommen? Rufen Sie Ihr Behandlungsteam an.',
  ],
  results: 'Meine Ergebnisse und Absprachen ansehen',
  resultsAbout: 'Dafür melden Sie sich an.',
  openAgain: 'Öffnen Sie den Link in Ihrer E-Mail oder SMS',
  openAgainAbout: [
    'Wir wissen gerade nicht, wer Sie sind. Öffnen Sie diesen Link noch einmal.',
    'Was Sie schon ausgefüllt haben, ist gespeichert.',
  ],
  doneTitle: 'Es gibt keine Fragen für Sie',
  doneAbout: 'Gibt es etwas Neues, dann bekommen Sie eine Nachricht.',
  pathStopped:
    'Zu einem Behandlungsweg, der beendet ist, bekommen Sie keine Fragen mehr. Möchten Sie etwas fragen oder erzählen? Rufen Sie Ihr Team an.',
  received: 'Ihre Antworten sind angekommen',
  receivedAt: (when) => `Gesendet: ${when}.`,
  readAgain: 'Lesen, wie es weitergeht',
  tooMany: 'Bitte warten Sie kurz',
  tooManyAbout: 'Von hier aus wurden zu viele Links probiert. Versuchen Sie es in einer Minute noch einmal.',
  failed: 'Das hat nicht geklappt',
  failedAbout: 'Es hat sich nichts geändert. Gehen Sie zurück und versuchen Sie es noch einmal.',
}
