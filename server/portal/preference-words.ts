import type { RequestKind } from '../../core/patients/patient-request.ts'
import type { PatientLanguage, Words } from '../../core/words.ts'

const nl = {
  title: 'Mijn voorkeuren',
  about: 'Hier kiest u hoe wij u bereiken, en vraagt u iets over uw gegevens.',
  language: 'In welke taal schrijven wij u?',
  keep: 'Bewaren',
  mail: 'Mail met vragen',
  mailOn: (path: string) => `U krijgt mail over: ${path}.`,
  mailOff: (path: string) => `U krijgt geen mail over: ${path}.`,
  stopMail: 'Geen mail meer hierover',
  startMail: 'Toch weer mail hierover',
  mailAbout: 'Uw behandeling verandert niet. Bij Mijn zorgpad ziet u nog steeds of er vragen zijn.',
  allOff: 'U krijgt nu helemaal geen mail van ons. Wilt u die weer? Zeg het tegen uw zorgteam.',
  learn: 'Wat er nog meer met uw antwoorden gebeurt',
  learnGoes: 'Uw ziekenhuis leert van de antwoorden van veel mensen samen. Die van u tellen daarin mee.',
  learnStopped: (date: string) =>
    `U zei nee op ${date}. Vanaf die maand tellen uw antwoorden niet meer mee in cijfers van uw zorgteam. In bestanden om de zorg te verbeteren of voor onderzoek gaan ze niet meer mee.`,
  learnAbout:
    'Zegt u nee, dan verandert er niets aan uw behandeling. Uw antwoorden gaan meteen niet meer mee in bestanden om de zorg te verbeteren of voor onderzoek. Vanaf deze maand tellen ze niet mee in cijfers van uw zorgteam.',
  learnRest:
    'Bij de eerste telling na uw nee gaan ze ook uit de vergelijking van teams en uit ‘patiënten zoals deze’. Cijfers over eerdere maanden blijven zoals ze zijn. Hoe wij werken tellen wij wel bij iedereen: hoeveel mail en meldingen er zijn, en wat daarmee gebeurt.',
  learnStop: 'Gebruik mijn antwoorden alleen voor mijn behandeling',
  learnAgain: 'Van mijn antwoorden mag weer geleerd worden',
  learnLaw:
    'Soms moet het ziekenhuis van de wet gegevens zonder uw naam aan een landelijke registratie geven. Daarvoor geldt uw nee niet.',
  ask: 'Vraag iets aan het ziekenhuis',
  askAbout: 'Een mens leest uw verzoek en antwoordt. Het antwoord leest u op deze pagina.',
  kind: 'Waar gaat het over?',
  kinds: {
    correction: 'Er klopt iets niet in mijn gegevens',
    deletion: 'Ik wil dat u gegevens weghaalt',
    objection: 'Ik wil niet dat u mijn gegevens gebruikt om de zorg te verbeteren, of voor onderzoek',
    reach: 'Ik word liever anders bereikt, met een brief of per telefoon',
    proxy: 'Iemand anders antwoordt voor mij, of niet meer',
    other: 'Iets anders',
  } satisfies Record<RequestKind, string>,
  text: 'Schrijf het in uw eigen woorden',
  textHint: 'Antwoordt iemand voor u? Schrijf wie dat is, en tot wanneer.',
  send: 'Verstuur mijn verzoek',
  missing: 'Kies waar het over gaat, en schrijf op wat u wilt.',
  tooMany: 'U heeft al vijf verzoeken die wachten. Wacht op antwoord, of bel uw zorgteam.',
  mine: 'Mijn verzoeken',
  askedOn: (date: string) => `Gevraagd op ${date}`,
  waits: 'Nog geen antwoord.',
  answered: (date: string) => `Antwoord van ${date}:`,
}

type PreferenceWords = typeof nl

const en: PreferenceWords = {
  title: 'My preferences',
  about: 'Here you choose how we reach you, and ask something about your data.',
  language: 'In which language do we write to you?',
  keep: 'Keep this',
  mail: 'Mail with questions',
  mailOn: (path) => `You get mail about: ${path}.`,
  mailOff: (path) => `You get no mail about: ${path}.`,
  stopMail: 'No more mail about this',
  startMail: 'Mail about this again',
  mailAbout: 'Your treatment stays the same. Under My care path you still see whether there are questions.',
  allOff: 'You get no mail from us at all now. Do you want it again? Tell your care team.',
  learn: 'What else is done with your answers',
  learnGoes: 'Your hospital learns from the answers of many people together. Yours count among them.',
  learnStopped: (date) =>
    `You said no on ${date}. From that month on your answers no longer count in figures of your care team. They no longer go into files for improving care or for research.`,
  learnAbout:
    'If you say no, nothing changes in your treatment. At once your answers no longer go into files for improving care or for research. From this month on they do not count in figures of your care team.',
  learnRest:
    'At the first count after your no they also leave the comparison of teams and ‘patients like this one’. Figures about earlier months stay as they are. How we work we do count for everybody: how much mail and how many alerts there are, and what is done with them.',
  learnStop: 'Use my answers for my treatment only',
  learnAgain: 'My answers may be learnt from again',
  learnLaw:
    'Sometimes the law demands that the hospital gives data without your name to a national register. Your no does not apply to that.',
  ask: 'Ask the hospital something',
  askAbout: 'A person reads your request and answers. You read the answer on this page.',
  kind: 'What is it about?',
  kinds: {
    correction: 'Something in my data is not right',
    deletion: 'I want you to remove data',
    objection: 'I do not want you to use my data to improve care, or for research',
    reach: 'I would rather be reached in another way, by letter or by phone',
    proxy: 'Somebody else answers for me, or no longer does',
    other: 'Something else',
  },
  text: 'Write it in your own words',
  textHint: 'Does somebody answer for you? Write who that is, and until when.',
  send: 'Send my request',
  missing: 'Choose what it is about, and write down what you want.',
  tooMany: 'Five of your requests are waiting already. Wait for an answer, or call your care team.',
  mine: 'My requests',
  askedOn: (date) => `Asked on ${date}`,
  waits: 'No answer yet.',
  answered: (date) => `Answer of ${date}:`,
}

const de: PreferenceWords = {
  title: 'Meine Wünsche',
  about: 'Hier wählen Sie, wie wir Sie erreichen, und stellen Fragen zu Ihren Daten.',
  language: 'In welcher Sprache schreiben wir Ihnen?',
  keep: 'Speichern',
  mail: 'E-Mails mit Fragen',
  mailOn: (path) => `Sie bekommen E-Mails über: ${path}.`,
  mailOff: (path) => `Sie bekommen keine E-Mails über: ${path}.`,
  stopMail: 'Keine E-Mails mehr darüber',
  startMail: 'Wieder E-Mails darüber',
  mailAbout:
    'Ihre Behandlung bleibt gleich. Unter Ihrem Behandlungsweg sehen Sie weiterhin, ob es Fragen gibt.',
  allOff: 'Sie bekommen jetzt gar keine E-Mails von uns. Möchten Sie das ändern? Sagen Sie es Ihrem Team.',
  learn: 'Was sonst mit Ihren Antworten geschieht',
  learnGoes: 'Ihr Krankenhaus lernt aus den Antworten vieler Menschen zusammen. Ihre zählen dabei mit.',
  learnStopped: (date) =>
    `Sie haben am ${date} Nein gesagt. Ab diesem Monat zählen Ihre Antworten nicht mehr in Zahlen Ihres Teams. In Dateien, mit denen die Versorgung verbessert oder geforscht wird, kommen sie nicht mehr.`,
  learnAbout:
    'Wenn Sie Nein sagen, ändert sich nichts an Ihrer Behandlung. Ihre Antworten kommen sofort nicht mehr in Dateien, mit denen die Versorgung verbessert oder geforscht wird. Ab diesem Monat zählen sie nicht mehr in Zahlen Ihres Teams.',
  learnRest:
    'Ab der ersten Zählung nach Ihrem Nein fehlen sie auch im Vergleich der Teams und bei „ähnlichen Patienten“. Zahlen über frühere Monate bleiben, wie sie sind. Wie wir arbeiten, zählen wir weiter bei allen: wie viele E-Mails und Meldungen es gibt und was damit geschieht.',
  learnStop: 'Meine Antworten nur für meine Behandlung nutzen',
  learnAgain: 'Aus meinen Antworten darf wieder gelernt werden',
  learnLaw:
    'Manchmal muss das Krankenhaus nach dem Gesetz Daten ohne Ihren Namen an ein nationales Register geben. Dafür gilt Ihr Nein nicht.',
  ask: 'Eine Bitte an das Krankenhaus',
  askAbout: 'Ein Mensch liest Ihre Bitte und antwortet. Die Antwort lesen Sie auf dieser Seite.',
  kind: 'Worum geht es?',
  kinds: {
    correction: 'Etwas in meinen Daten stimmt nicht',
    deletion: 'Ich möchte, dass Sie Daten löschen',
    objection:
      'Ich möchte nicht, dass Sie meine Daten nutzen, um die Versorgung zu verbessern, oder für Forschung',
    reach: 'Ich möchte lieber anders erreicht werden, per Brief oder Telefon',
    proxy: 'Jemand anders antwortet für mich, oder nicht mehr',
    other: 'Etwas anderes',
  },
  text: 'Schreiben Sie es in Ihren eigenen Worten',
  textHint: 'Antwortet jemand für Sie? Schreiben Sie, wer das ist, und bis wann.',
  send: 'Meine Bitte senden',
  missing: 'Wählen Sie, worum es geht, und schreiben Sie auf, was Sie möchten.',
  tooMany: 'Fünf Ihrer Bitten warten schon. Warten Sie auf eine Antwort oder rufen Sie Ihr Team an.',
  mine: 'Meine Bitten',
  askedOn: (date) => `Gesendet am ${date}`,
  waits: 'Noch keine Antwort.',
  answered: (date) => `Antwort vom ${date}:`,
}

const tr: PreferenceWords = {
  title: 'Tercihlerim',
  about: 'Size nasıl ulaşacağımızı burada seçer, bilgilerinizle ilgili istekte bulunursunuz.',
  language: 'Size hangi dilde yazalım?',
  keep: 'Kaydet',
  mail: 'Soru e-postaları',
  mailOn: (path) => `Şu konuda e-posta alıyorsunuz: ${path}.`,
  mailOff: (path) => `Şu konuda e-posta almıyorsunuz: ${path}.`,
  stopMail: 'Bu konuda artık e-posta gönderme',
  startMail: 'Bu konuda yeniden e-posta gönder',
  mailAbout: 'Tedaviniz değişmez. Soru olup olmadığını bakım yolunuzun sayfasında görmeye devam edersiniz.',
  allOff: 'Şu anda bizden hiç e-posta almıyorsunuz. Yeniden almak ister misiniz? Bakım ekibinize söyleyin.',
  learn: 'Cevaplarınızla başka ne yapılır',
  learnGoes: 'Hastaneniz birçok kişinin cevaplarından birlikte öğrenir. Sizinkiler de bunlara dahildir.',
  learnStopped: (date) =>
    `${date} tarihinde hayır dediniz. Cevaplarınız o aydan itibaren bakım ekibinizin sayılarına katılmaz. Bakımı iyileştirme veya araştırma dosyalarına artık girmez.`,
  learnAbout:
    'Hayır derseniz tedavinizde hiçbir şey değişmez. Cevaplarınız, bakımı iyileştirme veya araştırma dosyalarına hemen artık girmez. Bu aydan itibaren bakım ekibinizin sayılarına katılmaz.',
  learnRest:
    'Hayır demenizden sonraki ilk sayımda ekiplerin karşılaştırmasından ve “benzer hastalar” bölümünden de çıkar. Önceki ayların sayıları olduğu gibi kalır. Nasıl çalıştığımızı ise herkes için sayarız: kaç e-posta ve uyarı olduğunu ve bunlarla ne yapıldığını.',
  learnStop: 'Cevaplarımı yalnızca tedavim için kullanın',
  learnAgain: 'Cevaplarımdan yeniden öğrenilebilir',
  learnLaw:
    'Bazen yasa, hastanenin adınız olmadan ulusal bir kayda bilgi vermesini zorunlu kılar. Hayır demeniz bunun için geçerli değildir.',
  ask: 'Hastaneden bir şey isteyin',
  askAbout: 'İsteğinizi bir insan okur ve cevaplar. Cevabı bu sayfada okursunuz.',
  kind: 'Ne hakkında?',
  kinds: {
    correction: 'Bilgilerimde yanlış bir şey var',
    deletion: 'Bilgilerin silinmesini istiyorum',
    objection: 'Bilgilerimin bakımı iyileştirmek veya araştırma için kullanılmasını istemiyorum',
    reach: 'Bana başka yolla, mektupla ya da telefonla ulaşılmasını isterim',
    proxy: 'Benim yerime başka biri cevaplıyor ya da artık cevaplamıyor',
    other: 'Başka bir şey',
  },
  text: 'Kendi sözlerinizle yazın',
  textHint: 'Sizin yerinize biri mi cevaplıyor? Kim olduğunu ve ne zamana kadar olduğunu yazın.',
  send: 'İsteğimi gönder',
  missing: 'Ne hakkında olduğunu seçin ve ne istediğinizi yazın.',
  tooMany: 'Bekleyen beş isteğiniz var. Cevabı bekleyin ya da bakım ekibinizi arayın.',
  mine: 'İsteklerim',
  askedOn: (date) => `İstek tarihi: ${date}`,
  waits: 'Henüz cevap yok.',
  answered: (date) => `Cevap (${date}):`,
}

const ar: PreferenceWords = {
  title: 'تفضيلاتي',
  about: 'هنا تختار كيف نتواصل معك، وتطلب شيئًا بشأن معلوماتك.',
  language: 'بأي لغة نكتب إليك؟',
  keep: 'حفظ',
  mail: 'البريد الذي فيه أسئلة',
  mailOn: (path) => `يصلك بريد عن: ${path}.`,
  mailOff: (path) => `لا يصلك بريد عن: ${path}.`,
  stopMail: 'لا أريد بريدًا عن هذا بعد الآن',
  startMail: 'أريد بريدًا عن هذا من جديد',
  mailAbout: 'علاجك لا يتغيّر. ستبقى ترى في صفحة مسار علاجك إن كانت هناك أسئلة.',
  allOff: 'لا يصلك الآن أي بريد منا. هل تريده من جديد؟ أخبر فريق علاجك.',
  learn: 'ماذا يحدث لإجاباتك أيضًا',
  learnGoes: 'يتعلّم مستشفاك من إجابات كثير من الناس معًا، وإجاباتك من ضمنها.',
  learnStopped: (date) =>
    `قلت لا في ${date}. ابتداءً من ذلك الشهر لا تُحسب إجاباتك في أرقام فريق علاجك، ولا تدخل بعد ذلك في ملفات تحسين الرعاية أو البحث العلمي.`,
  learnAbout:
    'إذا قلت لا، فلن يتغيّر شيء في علاجك. تتوقف إجاباتك فورًا عن الدخول في ملفات تحسين الرعاية أو البحث العلمي. وابتداءً من هذا الشهر لا تُحسب في أرقام فريق علاجك.',
  learnRest:
    'وفي أول حساب بعد رفضك تخرج أيضًا من مقارنة الفرق ومن قسم «مرضى مشابهون». أما أرقام الأشهر السابقة فتبقى كما هي. أما طريقة عملنا فنحسبها للجميع: كم رسالة وكم تنبيهًا هناك، وماذا يُفعل بها.',
  learnStop: 'استخدموا إجاباتي لعلاجي فقط',
  learnAgain: 'يمكن التعلّم من إجاباتي من جديد',
  learnLaw: 'أحيانًا يفرض القانون على المستشفى أن يعطي معلومات بدون اسمك إلى سجلّ وطني. رفضك لا يشمل ذلك.',
  ask: 'اطلب شيئًا من المستشفى',
  askAbout: 'يقرأ إنسان طلبك ويجيب عنه. تقرأ الجواب في هذه الصفحة.',
  kind: 'عمّ هذا الطلب؟',
  kinds: {
    correction: 'هناك شيء غير صحيح في معلوماتي',
    deletion: 'أريد أن تحذفوا معلومات',
    objection: 'لا أريد أن تستخدموا معلوماتي لتحسين الرعاية أو للبحث العلمي',
    reach: 'أفضّل أن تتواصلوا معي بطريقة أخرى، برسالة ورقية أو بالهاتف',
    proxy: 'شخص آخر يجيب عني، أو لم يعد يجيب',
    other: 'شيء آخر',
  },
  text: 'اكتبه بكلماتك',
  textHint: 'هل يجيب أحد عنك؟ اكتب من هو، وحتى متى.',
  send: 'أرسل طلبي',
  missing: 'اختر عمّ هو الطلب، واكتب ما تريد.',
  tooMany: 'لديك خمسة طلبات تنتظر. انتظر الجواب، أو اتصل بفريق علاجك.',
  mine: 'طلباتي',
  askedOn: (date) => `طُلب في ${date}`,
  waits: 'لا جواب بعد.',
  answered: (date) => `جواب بتاريخ ${date}:`,
}

export const preferenceWords = { nl, en, de, tr, ar } satisfies Words<PreferenceWords, PatientLanguage>
