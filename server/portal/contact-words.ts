import type { ContactLine } from '../../core/patients/contacts.ts'
import type { PatientLanguage, Words } from '../../core/words.ts'

type ContactWords = {
  kinds: Record<ContactLine['kind'], string>
  hours: Record<ContactLine['hours'], string>
}

/** Whom to call for what, as staff keep it. */
export const contactWords = {
  nl: {
    kinds: { contact: 'Uw contactpersoon', planner: 'Over uw afspraken', about: 'Bij klachten of vragen' },
    hours: { office: 'op werkdagen', evening: 'ook ’s avonds', always: 'dag en nacht' },
  },
  en: {
    kinds: {
      contact: 'Your contact person',
      planner: 'About your appointments',
      about: 'For symptoms or questions',
    },
    hours: { office: 'on working days', evening: 'evenings too', always: 'day and night' },
  },
  de: {
    kinds: {
      contact: 'Ihre Kontaktperson',
      planner: 'Zu Ihren Terminen',
      about: 'Bei Beschwerden oder Fragen',
    },
    hours: { office: 'an Werktagen', evening: 'auch abends', always: 'Tag und Nacht' },
  },
  tr: {
    kinds: {
      contact: 'İletişim kişiniz',
      planner: 'Randevularınız için',
      about: 'Şikâyetiniz ya da sorunuz varsa',
    },
    hours: { office: 'iş günlerinde', evening: 'akşamları da', always: 'gece gündüz' },
  },
  ar: {
    kinds: { contact: 'شخص الاتصال الخاص بك', planner: 'بشأن مواعيدك', about: 'للأعراض أو الأسئلة' },
    hours: { office: 'في أيام العمل', evening: 'وفي المساء أيضًا', always: 'ليلًا ونهارًا' },
  },
} satisfies Words<ContactWords, PatientLanguage>
