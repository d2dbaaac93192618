import type { AtHome } from '../../core/outcome-sets/at-home.ts'
import type { PatientLanguage, Words } from '../../core/words.ts'

type VisitWords = {
  home: Record<AtHome, string>
  preparation: string
  /** In a calendar, which others may see: never what to do, only where that is read. */
  prepareAt: (address: string) => string
}

/** How an appointment is done, and what comes before it. */
export const visitWords = {
  nl: {
    home: {
      phone: 'U wordt gebeld. U hoeft niet te komen.',
      video: 'U praat met elkaar via beeld. U hoeft niet te komen.',
      home: 'U doet deze afspraak vanuit huis. U hoeft niet te komen.',
      possible: 'Deze afspraak kan ook vanuit huis. Wilt u dat? Bel dan uw team.',
    },
    preparation: 'Zo bereidt u zich voor',
    prepareAt: (address) => `Zo bereidt u zich voor: log in op ${address}`,
  },
  en: {
    home: {
      phone: 'You will be called. You do not need to come in.',
      video: 'You talk to each other by video. You do not need to come in.',
      home: 'You do this appointment from home. You do not need to come in.',
      possible: 'This appointment can also be done from home. Would you like that? Call your team.',
    },
    preparation: 'How to prepare',
    prepareAt: (address) => `How to prepare: sign in at ${address}`,
  },
  de: {
    home: {
      phone: 'Sie werden angerufen. Sie müssen nicht kommen.',
      video: 'Sie sprechen per Video miteinander. Sie müssen nicht kommen.',
      home: 'Diesen Termin haben Sie von zu Hause aus. Sie müssen nicht kommen.',
      possible: 'Dieser Termin geht auch von zu Hause aus. Möchten Sie das? Rufen Sie Ihr Team an.',
    },
    preparation: 'So bereiten Sie sich vor',
    prepareAt: (address) => `So bereiten Sie sich vor: Melden Sie sich an auf ${address}`,
  },
  tr: {
    home: {
      phone: 'Telefonla aranacaksınız. Gelmeniz gerekmez.',
      video: 'Görüntülü görüşeceksiniz. Gelmeniz gerekmez.',
      home: 'Bu randevuyu evden yaparsınız. Gelmeniz gerekmez.',
      possible: 'Bu randevu evden de yapılabilir. İster misiniz? Ekibinizi arayın.',
    },
    preparation: 'Böyle hazırlanırsınız',
    prepareAt: (address) => `Nasıl hazırlanacağınızı okumak için giriş yapın: ${address}`,
  },
  ar: {
    home: {
      phone: 'سنتصل بك هاتفيًا. لا تحتاج إلى الحضور.',
      video: 'ستتحدثان عبر الفيديو. لا تحتاج إلى الحضور.',
      home: 'هذا الموعد من المنزل. لا تحتاج إلى الحضور.',
      possible: 'يمكن إجراء هذا الموعد من المنزل أيضًا. هل تريد ذلك؟ اتصل بفريقك.',
    },
    preparation: 'هكذا تستعد',
    prepareAt: (address) => `كيف تستعد: سجّل الدخول على ${address}`,
  },
} satisfies Words<VisitWords, PatientLanguage>
