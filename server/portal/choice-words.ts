import type { Relation } from '../../core/patients/proxy.ts'
import type { PatientLanguage, Words } from '../../core/words.ts'

type ChoiceWords = {
  registers: string
  registersGo: string
  registersStopped(date: string): string
  registersStop: string
  registersAgain: string
  research: string
  researchNot: string
  researchSince(date: string): string
  researchYes: string
  researchNo: string
  proxy: string
  proxyNobody: string
  proxyNow(name: string, relation: string, date: string): string
  proxyAbout: string
  relations: Record<Relation, string>
  name: string
  relation: string
  until: string
  untilHint: string
  email: string
  emailHint: string
  ownMail: string
  /** Where mail to that address was stopped, or came back. */
  ownMailOff: string
  set: string
  end: string
  wrong: string
}

/** Choices per purpose, and who answers for the patient. */
export const choiceWords = {
  nl: {
    registers: 'Landelijke registers die niet verplicht zijn',
    registersGo:
      'Sommige registers vragen gegevens zonder uw naam, om ziekenhuizen te vergelijken. De wet verplicht dat niet. U kunt nee zeggen.',
    registersStopped: (date) => `U zei nee op ${date}. Uw gegevens gaan niet meer naar deze registers.`,
    registersStop: 'Geef mijn gegevens niet aan deze registers',
    registersAgain: 'Mijn gegevens mogen weer naar deze registers',
    research: 'Wetenschappelijk onderzoek',
    researchNot:
      'Voor onderzoek gebruiken we uw gegevens alleen als u ja zegt. Onderzoekers krijgen uw naam niet. U kunt altijd weer nee zeggen.',
    researchSince: (date) =>
      `U zei ja op ${date}. U kunt altijd weer nee zeggen; wat al gedeeld is, blijft bij dat onderzoek.`,
    researchYes: 'Ja, onderzoek mag met mijn gegevens',
    researchNo: 'Nee, niet meer voor onderzoek',
    proxy: 'Wie antwoordt voor u?',
    proxyNobody: 'U antwoordt zelf.',
    proxyNow: (name, relation, date) => `${name} (${relation}) antwoordt voor u, tot en met ${date}.`,
    proxyAbout:
      'Daarna stopt het vanzelf. Uw team ziet bij elk antwoord wie het gaf. Moet uw eigen mail naar een ander adres? Vraag dat hieronder aan het ziekenhuis.',
    relations: {
      parent: 'ouder',
      partner: 'partner',
      child: 'kind',
      family: 'familie',
      carer: 'mantelzorger',
    },
    name: 'Naam',
    relation: 'Wie is dat van u?',
    until: 'Tot en met welke dag?',
    email: 'Mailadres van deze persoon',
    emailHint: 'Mag leeg blijven. Vragen voor deze persoon gaan dan naar dit adres, en uw mail blijft van u.',
    ownMail: 'Vragen voor deze persoon gaan naar een eigen mailadres.',
    ownMailOff: 'Naar het eigen mailadres van deze persoon gaat geen mail meer.',
    untilHint: 'Dag, maand, jaar. Bijvoorbeeld 31-12-2027.',
    set: 'Deze persoon antwoordt voor mij',
    end: 'Ik antwoord weer zelf',
    wrong:
      'Vul een naam in, kies wie dat van u is, en geef een dag van vandaag tot over vijf jaar. Een mailadres mag leeg blijven; vult u het in, dan helemaal. Een ouder antwoordt alleen voor een kind.',
  },
  en: {
    registers: 'National registers that are not compulsory',
    registersGo:
      'Some registers ask for data without your name, to compare hospitals. The law does not demand that. You may say no.',
    registersStopped: (date) => `You said no on ${date}. Your data no longer go to these registers.`,
    registersStop: 'Do not give my data to these registers',
    registersAgain: 'My data may go to these registers again',
    research: 'Scientific research',
    researchNot:
      'We use your data for research only if you say yes. Researchers do not get your name. You may always say no again.',
    researchSince: (date) =>
      `You said yes on ${date}. You may always say no again; what was shared stays with that study.`,
    researchYes: 'Yes, my data may be used for research',
    researchNo: 'No, not for research any more',
    proxy: 'Who answers for you?',
    proxyNobody: 'You answer yourself.',
    proxyNow: (name, relation, date) => `${name} (${relation}) answers for you, up to and including ${date}.`,
    proxyAbout:
      'After that it stops by itself. Your team sees with each answer who gave it. Should your own mail go to another address? Ask the hospital below.',
    relations: { parent: 'parent', partner: 'partner', child: 'child', family: 'family', carer: 'carer' },
    name: 'Name',
    relation: 'Who is that to you?',
    until: 'Up to which day?',
    email: 'Mail address of this person',
    emailHint:
      'May stay empty. Questions for this person then go to this address, and your mail stays yours.',
    ownMail: 'Questions for this person go to a mail address of their own.',
    ownMailOff: 'No more mail goes to this person’s own mail address.',
    untilHint: 'Day, month, year. For example 31-12-2027.',
    set: 'This person answers for me',
    end: 'I answer myself again',
    wrong:
      'Fill in a name, choose who that is to you, and give a day from today to five years ahead. A mail address may stay empty, or is a whole one. A parent answers for a child only.',
  },
  de: {
    registers: 'Landesweite Register, die nicht Pflicht sind',
    registersGo:
      'Manche Register bitten um Daten ohne Ihren Namen, um Krankenhäuser zu vergleichen. Das Gesetz verlangt das nicht. Sie dürfen Nein sagen.',
    registersStopped: (date) =>
      `Sie haben am ${date} Nein gesagt. Ihre Daten gehen nicht mehr an diese Register.`,
    registersStop: 'Meine Daten nicht an diese Register geben',
    registersAgain: 'Meine Daten dürfen wieder an diese Register',
    research: 'Wissenschaftliche Forschung',
    researchNot:
      'Für Forschung nutzen wir Ihre Daten nur, wenn Sie Ja sagen. Forschende bekommen Ihren Namen nicht. Sie können jederzeit wieder Nein sagen.',
    researchSince: (date) =>
      `Sie haben am ${date} Ja gesagt. Sie können jederzeit wieder Nein sagen; was schon geteilt ist, bleibt bei dieser Studie.`,
    researchYes: 'Ja, Forschung mit meinen Daten ist erlaubt',
    researchNo: 'Nein, nicht mehr für Forschung',
    proxy: 'Wer antwortet für Sie?',
    proxyNobody: 'Sie antworten selbst.',
    proxyNow: (name, relation, date) =>
      `${name} (${relation}) antwortet für Sie, bis einschließlich ${date}.`,
    proxyAbout:
      'Danach hört es von selbst auf. Ihr Team sieht bei jeder Antwort, wer sie gab. Sollen Ihre eigenen E-Mails an eine andere Adresse gehen? Bitten Sie unten das Krankenhaus darum.',
    relations: {
      parent: 'Elternteil',
      partner: 'Partnerin oder Partner',
      child: 'Kind',
      family: 'Familie',
      carer: 'Pflegeperson',
    },
    name: 'Name',
    relation: 'Wer ist das für Sie?',
    until: 'Bis zu welchem Tag?',
    email: 'E-Mail-Adresse dieser Person',
    emailHint:
      'Darf leer bleiben. Fragen an diese Person gehen dann an diese Adresse, und Ihre E-Mails bleiben bei Ihnen.',
    ownMail: 'Fragen an diese Person gehen an ihre eigene E-Mail-Adresse.',
    ownMailOff: 'An die eigene E-Mail-Adresse dieser Person gehen keine E-Mails mehr.',
    untilHint: 'Tag, Monat, Jahr. Zum Beispiel 31.12.2027.',
    set: 'Diese Person antwortet für mich',
    end: 'Ich antworte wieder selbst',
    wrong:
      'Geben Sie einen Namen ein, wählen Sie, wer das für Sie ist, und nennen Sie einen Tag von heute bis in fünf Jahren. Die E-Mail-Adresse kann leer bleiben oder muss vollständig sein. Ein Elternteil antwortet nur für ein Kind.',
  },
  tr: {
    registers: 'Zorunlu olmayan ulusal kayıtlar',
    registersGo:
      'Bazı kayıtlar, hastaneleri karşılaştırmak için adınız olmadan bilgi ister. Yasa bunu zorunlu kılmaz. Hayır diyebilirsiniz.',
    registersStopped: (date) => `${date} tarihinde hayır dediniz. Bilgileriniz artık bu kayıtlara gitmiyor.`,
    registersStop: 'Bilgilerimi bu kayıtlara vermeyin',
    registersAgain: 'Bilgilerim bu kayıtlara yeniden gidebilir',
    research: 'Bilimsel araştırma',
    researchNot:
      'Bilgilerinizi araştırma için ancak evet derseniz kullanırız. Araştırmacılar adınızı almaz. İstediğiniz zaman yine hayır diyebilirsiniz.',
    researchSince: (date) =>
      `${date} tarihinde evet dediniz. İstediğiniz zaman hayır diyebilirsiniz; paylaşılmış olanlar o araştırmada kalır.`,
    researchYes: 'Evet, bilgilerim araştırmada kullanılabilir',
    researchNo: 'Hayır, artık araştırma için değil',
    proxy: 'Sizin yerinize kim cevaplıyor?',
    proxyNobody: 'Kendiniz cevaplıyorsunuz.',
    proxyNow: (name, relation, date) => `${name} (${relation}) sizin yerinize cevaplıyor; son gün: ${date}.`,
    proxyAbout:
      'Sonra kendiliğinden biter. Ekibiniz her cevapta kimin verdiğini görür. Kendi e-postanız başka bir adrese mi gitmeli? Bunu aşağıda hastaneye sorun.',
    relations: {
      parent: 'anne veya baba',
      partner: 'eş',
      child: 'çocuk',
      family: 'aile',
      carer: 'bakım veren',
    },
    name: 'Ad',
    relation: 'Sizin neyiniz?',
    until: 'Hangi güne kadar?',
    email: 'Bu kişinin e-posta adresi',
    emailHint:
      'Boş kalabilir. Doldurursanız bu kişiye sorulanlar bu adrese gider; sizin e-postalarınız size gelmeye devam eder.',
    ownMail: 'Bu kişiye sorulanlar kendi e-posta adresine gider.',
    ownMailOff: 'Bu kişinin kendi e-posta adresine artık e-posta gitmez.',
    untilHint: 'Gün, ay, yıl. Örneğin 31.12.2027.',
    set: 'Bu kişi benim yerime cevaplıyor',
    end: 'Yine kendim cevaplıyorum',
    wrong:
      'Bir ad yazın, bu kişinin sizin neyiniz olduğunu seçin ve bugünden beş yıl sonrasına kadar bir gün yazın; e-posta adresini tam yazın ya da boş bırakın. Anne veya baba yalnızca bir çocuk için cevaplar.',
  },
  ar: {
    registers: 'سجلات وطنية غير إلزامية',
    registersGo:
      'تطلب بعض السجلات معلومات بدون اسمك لمقارنة المستشفيات. القانون لا يُلزم بذلك. يمكنك أن تقول لا.',
    registersStopped: (date) => `قلت لا في ${date}. لم تعد معلوماتك تذهب إلى هذه السجلات.`,
    registersStop: 'لا تعطوا معلوماتي لهذه السجلات',
    registersAgain: 'يمكن أن تذهب معلوماتي إلى هذه السجلات من جديد',
    research: 'البحث العلمي',
    researchNot: 'نستخدم معلوماتك للبحث فقط إذا قلت نعم. لا يحصل الباحثون على اسمك. يمكنك دائمًا أن تقول لا.',
    researchSince: (date) => `قلت نعم في ${date}. يمكنك دائمًا أن تقول لا؛ وما تمت مشاركته يبقى في ذلك البحث.`,
    researchYes: 'نعم، يمكن استخدام معلوماتي في البحث',
    researchNo: 'لا، ليس للبحث بعد الآن',
    proxy: 'من يجيب عنك؟',
    proxyNobody: 'أنت تجيب بنفسك.',
    proxyNow: (name, relation, date) => `\u2068${name}\u2069 (${relation}) يجيب عنك حتى \u2068${date}\u2069.`,
    proxyAbout:
      'بعد ذلك يتوقف من تلقاء نفسه. يرى فريقك مع كل إجابة من أعطاها. هل يجب أن يصل بريدك أنت إلى عنوان آخر؟ اطلب ذلك من المستشفى أدناه.',
    relations: {
      parent: 'أحد الوالدين',
      partner: 'شريك الحياة',
      child: 'ابن أو ابنة',
      family: 'من العائلة',
      carer: 'مقدم رعاية',
    },
    name: 'الاسم',
    relation: 'ما صلته بك؟',
    until: 'حتى أي يوم؟',
    email: 'عنوان البريد الإلكتروني لهذا الشخص',
    emailHint:
      'يمكن تركه فارغًا. إذا كتبته تصل الأسئلة الموجهة إلى هذا الشخص إلى هذا العنوان، ويبقى بريدك لك.',
    ownMail: 'تصل الأسئلة الموجهة إلى هذا الشخص إلى عنوان بريده الخاص.',
    ownMailOff: 'لم تعد تُرسل رسائل إلى عنوان البريد الخاص بهذا الشخص.',
    untilHint: 'اليوم والشهر والسنة. مثلًا \u206631-12-2027\u2069.',
    set: 'هذا الشخص يجيب عني',
    end: 'أجيب بنفسي من جديد',
    wrong:
      'اكتب اسمًا، واختر صلة هذا الشخص بك، ويومًا من اليوم حتى خمس سنوات، وعنوان بريد كاملًا أو لا شيء. لا يجيب أحد الوالدين إلا عن طفل.',
  },
} satisfies Words<ChoiceWords, PatientLanguage>
