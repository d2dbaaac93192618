import type { PatientLanguage, Words } from '../../core/words.ts'

const nl = {
  title: 'Datums die u weet',
  about: 'Uw vragen en herinneringen rekenen vanaf deze datum. Verandert hij? Pas hem dan hier aan.',
  hint: 'Dag, maand en jaar. Bijvoorbeeld 31-3-2027. Leeg laten mag, als u het niet weet.',
  known: (date: string) => `Nu: ${date}.`,
  unknown: 'Nog niet ingevuld.',
  keep: 'Bewaren',
  wrong: 'Dit is geen datum die kan. Schrijf dag, maand en jaar, niet meer dan drie jaar van nu.',
}

export type DatesWords = typeof nl

export const datesWords = {
  nl,
  en: {
    title: 'Dates that you know',
    about: 'Your questions and reminders count from this date. Does it change? Then change it here.',
    hint: 'Day, month and year. For example 31-3-2027. Leave it empty if you do not know.',
    known: (date) => `Now: ${date}.`,
    unknown: 'Not filled in yet.',
    keep: 'Keep this',
    wrong: 'This date cannot be right. Write day, month and year, no more than three years from now.',
  },
  de: {
    title: 'Tage, die Sie uns nennen können',
    about:
      'Ihre Fragen und Erinnerungen richten sich nach diesem Datum. Ändert es sich? Dann ändern Sie es hier.',
    hint: 'Tag, Monat und Jahr. Zum Beispiel 31.3.2027. Lassen Sie es leer, wenn Sie es nicht wissen.',
    known: (date) => `Jetzt: ${date}.`,
    unknown: 'Noch nicht ausgefüllt.',
    keep: 'Speichern',
    wrong:
      'Dieses Datum kann nicht stimmen. Schreiben Sie Tag, Monat und Jahr, höchstens drei Jahre von heute entfernt.',
  },
  tr: {
    title: 'Bildiğiniz tarihler',
    about: 'Sorularınız ve hatırlatmalar bu tarihe göre belirlenir. Tarih değişirse buradan değiştirin.',
    hint: 'Gün, ay ve yıl. Örneğin 31.3.2027. Bilmiyorsanız boş bırakabilirsiniz.',
    known: (date) => `Şimdi: ${date}.`,
    unknown: 'Henüz doldurulmadı.',
    keep: 'Kaydet',
    wrong: 'Bu tarih doğru olamaz. Gün, ay ve yıl yazın; bugünden en çok üç yıl uzak olabilir.',
  },
  ar: {
    title: 'تواريخ تعرفها',
    about: 'تُحسب أسئلتك وتذكيراتك من هذا التاريخ. هل تغيّر؟ غيّره هنا.',
    hint: 'اليوم والشهر والسنة. مثلًا \u206631-3-2027\u2069. اتركه فارغًا إذا كنت لا تعرف.',
    known: (date) => `الآن: \u2068${date}\u2069.`,
    unknown: 'لم يُملأ بعد.',
    keep: 'حفظ',
    wrong: 'لا يمكن أن يكون هذا التاريخ صحيحًا. اكتب اليوم والشهر والسنة، في حدود ثلاث سنوات من الآن.',
  },
} satisfies Words<DatesWords, PatientLanguage>
