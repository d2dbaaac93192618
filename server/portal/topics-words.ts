import type { MailTopic } from '../../core/mail/mail-topics.ts'
import type { PatientLanguage, Words } from '../../core/words.ts'

type TopicsWords = {
  title: string
  legend: string
  topics: Record<MailTopic, string>
  about: string
  keep: string
}

/** Which kinds of mail somebody gets. */
export const topicsWords = {
  nl: {
    title: 'Welke mail krijgt u?',
    legend: 'Zet uit wat u niet wilt krijgen.',
    topics: {
      reminder: 'Een herinnering als er nog vragen openstaan',
      thanks: 'Een bedankje als u vragen heeft beantwoord',
      agreement: 'Een bericht als u kunt lezen wat er met u is afgesproken',
    },
    about: 'De uitnodiging voor nieuwe vragen krijgt u wel. Die zet u hierboven uit.',
    keep: 'Bewaren',
  },
  en: {
    title: 'Which mail do you get?',
    legend: 'Untick what you do not want to get.',
    topics: {
      reminder: 'A reminder while questions are still open',
      thanks: 'A thank-you after you answered questions',
      agreement: 'A message when you can read what was agreed with you',
    },
    about: 'You still get the invitation to new questions. You switch that off above.',
    keep: 'Keep this',
  },
  de: {
    title: 'Welche E-Mails bekommen Sie?',
    legend: 'Wählen Sie ab, was Sie nicht bekommen möchten.',
    topics: {
      reminder: 'Eine Erinnerung, wenn noch Fragen offen sind',
      thanks: 'Ein Dankeschön, wenn Sie Fragen beantwortet haben',
      agreement: 'Eine Nachricht, wenn Sie lesen können, was mit Ihnen vereinbart wurde',
    },
    about: 'Die Einladung zu neuen Fragen bekommen Sie weiterhin. Diese schalten Sie oben aus.',
    keep: 'Speichern',
  },
  tr: {
    title: 'Hangi e-postaları alıyorsunuz?',
    legend: 'Almak istemediklerinizin işaretini kaldırın.',
    topics: {
      reminder: 'Cevaplanmamış sorular varsa hatırlatma',
      thanks: 'Soruları cevapladığınızda teşekkür',
      agreement: 'Sizinle kararlaştırılanları okuyabileceğiniz zaman haber',
    },
    about: 'Yeni sorular için davet almaya devam edersiniz. Onu yukarıdan kapatabilirsiniz.',
    keep: 'Kaydet',
  },
  ar: {
    title: 'أي رسائل تصلك؟',
    legend: 'أزل العلامة عمّا لا تريد أن يصلك.',
    topics: {
      reminder: 'تذكير عندما تبقى أسئلة بلا إجابة',
      thanks: 'رسالة شكر بعد أن تجيب عن الأسئلة',
      agreement: 'رسالة عندما يمكنك قراءة ما اتُّفق عليه معك',
    },
    about: 'ستظل تصلك الدعوة إلى الأسئلة الجديدة. يمكنك إيقافها أعلاه.',
    keep: 'حفظ',
  },
} satisfies Words<TopicsWords, PatientLanguage>
