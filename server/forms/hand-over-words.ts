import type { PatientLanguage, Words } from '../../core/words.ts'

type HandOverWords = { to: Record<'patient' | 'proxy', (name: string) => string>; about: string }

/** Where both the patient and who answers for them are asked. */
export const handOverWords = {
  nl: {
    to: {
      patient: (name) => `Naar de vragen voor ${name} zelf`,
      proxy: (name) => `Naar de vragen voor wie namens ${name} antwoordt`,
    },
    about: 'U ziet elkaars antwoorden niet.',
  },
  en: {
    to: {
      patient: (name) => `To the questions for ${name}`,
      proxy: (name) => `To the questions for who answers for ${name}`,
    },
    about: 'You do not see each other’s answers.',
  },
  de: {
    to: {
      patient: (name) => `Zu den Fragen für ${name} selbst`,
      proxy: (name) => `Zu den Fragen für die Person, die für ${name} antwortet`,
    },
    about: 'Keiner von Ihnen sieht die Antworten der anderen Person.',
  },
  tr: {
    to: {
      patient: (name) => `${name} için sorulara git`,
      proxy: (name) => `${name} adına cevap veren kişinin sorularına git`,
    },
    about: 'Birbirinizin cevaplarını görmezsiniz.',
  },
  ar: {
    to: {
      patient: (name) => `إلى أسئلة \u2068${name}\u2069`,
      proxy: (name) => `إلى أسئلة من يجيب نيابة عن \u2068${name}\u2069`,
    },
    about: 'لا يرى أحدكما إجابات الآخر.',
  },
} satisfies Words<HandOverWords, PatientLanguage>
