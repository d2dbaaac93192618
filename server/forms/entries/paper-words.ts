import type { PatientLanguage, Words } from '../../../core/words.ts'

const nl = {
  print: 'Afdrukken: kies Afdrukken in uw browser.',
  title: 'Vragen voor uw afspraak',
  about: 'Vul deze vragen in met een pen. Neem ze mee naar uw afspraak, of geef ze aan uw zorgteam.',
  notLive: 'Wij lezen dit pas als u het inlevert. Is er iets dat niet kan wachten? Bel:',
  number: 'Nummer van dit papier',
  scan: 'Voor het zorgteam: scan om de antwoorden in te voeren',
  conditional: 'Past deze vraag niet bij u? Sla hem dan over.',
  several: 'U mag meer dan één antwoord kiezen.',
  fill: (from: number, to: number) => `Vul een getal in van ${from} tot en met ${to}.`,
  topics: 'Waar wilt u over praten? Kies er 1 of 2.',
  other: 'Iets anders?',
  urgent: 'Is er iets dat niet kan wachten? Bel ons dan nu, en wacht niet op uw afspraak.',
  who: 'Wie vulde dit in?',
  respondents: ['De patiënt zelf', 'De patiënt en een naaste samen', 'Een naaste'],
}

const en: typeof nl = {
  print: 'To print: choose Print in your browser.',
  title: 'Questions before your appointment',
  about:
    'Fill these questions in with a pen. Bring them to your appointment, or give them to your care team.',
  notLive: 'We read this only once you hand it in. Is there anything that cannot wait? Call:',
  number: 'Number of this paper',
  scan: 'For the care team: scan to enter the answers',
  conditional: 'Does this question not apply to you? Then skip it.',
  several: 'You may choose more than one answer.',
  fill: (from, to) => `Fill in a number from ${from} to ${to}.`,
  topics: 'What would you like to talk about? Choose 1 or 2.',
  other: 'Something else?',
  urgent: 'Is there anything that cannot wait? Then call us now, and do not wait for your appointment.',
  who: 'Who filled this in?',
  respondents: ['The patient', 'The patient together with somebody close', 'Somebody close to the patient'],
}

const de: typeof nl = {
  print: 'Zum Drucken: wählen Sie Drucken in Ihrem Browser.',
  title: 'Fragen vor Ihrem Termin',
  about:
    'Füllen Sie diese Fragen mit einem Stift aus. Bringen Sie sie zu Ihrem Termin mit oder geben Sie sie Ihrem Behandlungsteam.',
  notLive: 'Wir lesen das erst, wenn Sie es abgeben. Gibt es etwas, das nicht warten kann? Rufen Sie an:',
  number: 'Nummer dieses Papiers',
  scan: 'Für das Behandlungsteam: scannen, um die Antworten einzugeben',
  conditional: 'Passt diese Frage nicht zu Ihnen? Dann überspringen Sie sie.',
  several: 'Sie dürfen mehr als eine Antwort wählen.',
  fill: (from, to) => `Tragen Sie eine Zahl von ${from} bis ${to} ein.`,
  topics: 'Worüber möchten Sie sprechen? Wählen Sie 1 oder 2 Themen.',
  other: 'Etwas anderes?',
  urgent:
    'Gibt es etwas, das nicht warten kann? Rufen Sie uns dann jetzt an und warten Sie nicht auf Ihren Termin.',
  who: 'Wer hat das ausgefüllt?',
  respondents: [
    'Die Patientin oder der Patient selbst',
    'Zusammen mit einer nahestehenden Person',
    'Eine nahestehende Person',
  ],
}

const tr: typeof nl = {
  print: 'Yazdırmak için: tarayıcınızda Yazdır’ı seçin.',
  title: 'Randevunuzdan önce sorular',
  about: 'Bu soruları kalemle doldurun. Randevunuza getirin ya da bakım ekibinize verin.',
  notLive: 'Bunu ancak teslim ettiğinizde okuruz. Bekleyemeyecek bir şey mi var? Arayın:',
  number: 'Bu kâğıdın numarası',
  scan: 'Bakım ekibi için: cevapları girmek üzere tarayın',
  conditional: 'Bu soru size uymuyor mu? O zaman atlayın.',
  several: 'Birden fazla cevap seçebilirsiniz.',
  fill: (from, to) => `${from} ile ${to} arasında bir sayı yazın.`,
  topics: 'Ne hakkında konuşmak istersiniz? 1 ya da 2 konu seçin.',
  other: 'Başka bir şey?',
  urgent: 'Bekleyemeyecek bir şey var mı? O zaman bizi şimdi arayın, randevunuzu beklemeyin.',
  who: 'Bunu kim doldurdu?',
  respondents: ['Hastanın kendisi', 'Hasta ve bir yakını birlikte', 'Bir yakını'],
}

const ar: typeof nl = {
  print: 'للطباعة: اختر طباعة في متصفحك.',
  title: 'أسئلة قبل موعدك',
  about: 'أجب عن هذه الأسئلة بالقلم. أحضرها معك إلى موعدك أو سلّمها لفريق علاجك.',
  notLive: 'لن نقرأ هذا إلا بعد أن تسلّمه. هل هناك شيء لا يمكن أن ينتظر؟ اتصل بالرقم:',
  number: 'رقم هذه الورقة',
  scan: 'لفريق العلاج: امسح الرمز لإدخال الإجابات',
  conditional: 'هل لا ينطبق هذا السؤال عليك؟ إذن تجاوزه.',
  several: 'يمكنك اختيار أكثر من إجابة.',
  fill: (from, to) => `اكتب رقمًا من ${from} إلى ${to}.`,
  topics: 'عمّ تريد أن تتحدث؟ اختر موضوعًا أو موضوعين.',
  other: 'شيء آخر؟',
  urgent: 'هل هناك شيء لا يمكن أن ينتظر؟ إذن اتصل بنا الآن ولا تنتظر موعدك.',
  who: 'من أجاب عن هذه الأسئلة؟',
  respondents: ['المريض نفسه', 'المريض مع شخص قريب منه', 'شخص قريب من المريض'],
}

export const paperWords = { nl, en, de, tr, ar } satisfies Words<typeof nl, PatientLanguage>
