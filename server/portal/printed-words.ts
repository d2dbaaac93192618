import type { PatientLanguage, Words } from '../../core/words.ts'

type PrintedWords = {
  keep: string
  forWhom(name: string, born: string): string
  madeOn(date: string): string
  call(phone: string): string
  away: string
  unset: string
  awayAbout: string
  busy: string
  busyAbout: string
}

/** Results and agreements on paper. */
export const printedWords = {
  nl: {
    keep: 'Bewaar als PDF, met uw afspraken',
    forWhom: (name, born) => `Van ${name}, geboren ${born}`,
    madeOn: (date) => `Gemaakt op ${date}`,
    call: (phone) => `Bel ${phone}`,
    away: 'Hier kan geen PDF worden gemaakt',
    unset: 'Hier staat schrift in dat niet in onze PDF kan',
    awayAbout: 'Druk de pagina met uw uitslagen af, of bewaar haar als PDF met uw browser.',
    busy: 'Dat lukt nu even niet',
    busyAbout: 'Er worden veel PDF’s tegelijk gemaakt. Probeer het over een minuut weer.',
  },
  en: {
    keep: 'Keep as a PDF, with your agreements',
    forWhom: (name, born) => `Of ${name}, born ${born}`,
    madeOn: (date) => `Made on ${date}`,
    call: (phone) => `Call ${phone}`,
    away: 'No PDF can be made here',
    unset: 'This has writing that our PDF cannot hold',
    awayAbout: 'Print the page with your results, or save it as a PDF with your browser.',
    busy: 'Not just now',
    busyAbout: 'Many PDFs are being made at once. Try again in a minute.',
  },
  de: {
    keep: 'Als PDF speichern, mit Ihren Absprachen',
    forWhom: (name, born) => `Von ${name}, geboren ${born}`,
    madeOn: (date) => `Erstellt am ${date}`,
    call: (phone) => `Rufen Sie ${phone} an`,
    away: 'Hier kann kein PDF erstellt werden',
    unset: 'Hier steht eine Schrift, die unser PDF nicht zeigen kann',
    awayAbout: 'Drucken Sie die Seite mit Ihren Ergebnissen, oder speichern Sie sie im Browser als PDF.',
    busy: 'Das geht gerade nicht',
    busyAbout: 'Es werden viele PDFs gleichzeitig erstellt. Versuchen Sie es in einer Minute noch einmal.',
  },
  tr: {
    keep: 'Anlaşmalarınızla birlikte PDF olarak saklayın',
    forWhom: (name, born) => `${name}, doğum tarihi ${born}`,
    madeOn: (date) => `Hazırlandığı tarih: ${date}`,
    call: (phone) => `${phone} numarasını arayın`,
    away: 'Burada PDF hazırlanamıyor',
    unset: 'Burada PDF dosyamızda gösterilemeyen bir yazı var',
    awayAbout: 'Sonuçlarınızın olduğu sayfayı yazdırın veya tarayıcınızla PDF olarak kaydedin.',
    busy: 'Şu anda olmuyor',
    busyAbout: 'Aynı anda çok sayıda PDF hazırlanıyor. Bir dakika sonra yeniden deneyin.',
  },
  ar: {
    keep: 'احفظ كملف PDF، مع اتفاقاتك',
    forWhom: (name, born) => `تخص ${name}، تاريخ الميلاد ${born}`,
    madeOn: (date) => `أُعدّت في ${date}`,
    call: (phone) => `اتصل بالرقم \u2066${phone}\u2069`,
    away: 'لا يمكن إعداد ملف PDF هنا',
    unset: 'فيه كتابة لا يمكن وضعها في ملف PDF لدينا',
    awayAbout: 'اطبع صفحة نتائجك، أو احفظها كملف PDF من متصفحك.',
    busy: 'لا يمكن ذلك الآن',
    busyAbout: 'تُعَدّ ملفات كثيرة في الوقت نفسه. حاول مرة أخرى بعد دقيقة.',
  },
} satisfies Words<PrintedWords, PatientLanguage>
