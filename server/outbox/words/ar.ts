import { isolated, leftToRight } from '../../../core/words/isolate.ts'
import type { MailWords } from '../words.ts'

export const ar: MailWords = {
  dear: (name) => `تحية طيبة، ${name}،`,
  dearNobody: 'تحية طيبة،',
  visitSubject: (organisation) => `أسئلة قبل موعدك في ${isolated(organisation)}`,
  askSubject: (organisation) => `أسئلة لك من ${isolated(organisation)}`,
  reminderSubject: (organisation) => `تذكير: ما زالت هناك أسئلة لك في ${isolated(organisation)}`,
  newLinkSubject: (organisation) => `رابطك الجديد من ${isolated(organisation)}`,
  agreementSubject: (organisation) => `هناك شيء لك في ${isolated(organisation)}`,
  ask: (organisation) => `يود ${isolated(organisation)} معرفة حالك. هناك أسئلة لك.`,
  askForAnother: (organisation) => `يود ${isolated(organisation)} معرفة حال شخص تجيب عنه. هناك أسئلة لك.`,
  remind: (organisation) =>
    `أرسل إليك ${isolated(organisation)} أسئلة. لم تصل إجاباتك بعد. ما زال بإمكانك الإجابة الآن.`,
  wanted: 'طلبت منا أن نذكّرك. الأسئلة جاهزة لك.',
  newLink: 'طلبت رابطًا جديدًا. ها هو.',
  newAddress: (organisation) =>
    `أصبح عنوان البريد هذا عنوانك لدى ${isolated(organisation)}. قد لا يعمل بعد الآن رابط في رسالة سابقة. إليك رابطًا جديدًا.`,
  visit: (day, time) =>
    `لديك موعد يوم ${isolated(day)} الساعة ${leftToRight(time)}. يستعد فريقك للحديث معك بمساعدة إجاباتك.`,
  fromHome: 'هذا الموعد عن بُعد. لا تحتاج إلى الحضور.',
  prepare: 'بعد تسجيل الدخول تقرأ كيف تستعد للموعد.',
  minutes: (minutes) => `يستغرق ذلك ${minutesWords(minutes)} تقريبًا. يمكنك التوقف والمتابعة فيما بعد.`,
  toQuestions: 'إلى الأسئلة',
  until: (day) => `يمكنك الإجابة حتى نهاية يوم ${isolated(day)}.`,
  untilTime: (day, time) => `يمكنك الإجابة حتى ${isolated(day)}، الساعة ${leftToRight(time)}.`,
  whoReads: (organisation) =>
    `تصل إجاباتك إلى فريقك في ${isolated(organisation)}. يقرؤها الفريق ويتحدث معك عنها. ويتعلم منها أيضًا من دون اسمك، إلا إذا كنت لا تريد ذلك.`,
  thanksSubject: (organisation) => `شكرًا لك، ${isolated(organisation)}`,
  thanks: (organisation) =>
    `وصلت إجاباتك إلى فريقك في ${isolated(organisation)}. يقرؤها الفريق ويتحدث معك عنها. لا حاجة إلى أي شيء آخر.`,
  elsewhereSubject: (organisation) => `لم يُقرأ ردك إلى ${isolated(organisation)}`,
  elsewhere: (organisation) =>
    `أرسلت ردًا على رسالة من ${isolated(organisation)}. لا أحد يقرأ ما تكتبه هناك، ولم نحتفظ به أيضًا.`,
  free: 'أنت تقرر إن كنت تريد المشاركة. سواء شاركت أم لا، ستحصل على المساعدة نفسها.',
  freeForAnother: 'أنت تقرر إن كنت تريد المشاركة. سواء شاركت أم لا، سيحصل من تجيب عنه على المساعدة نفسها.',
  agreement: (organisation) => `في ${isolated(organisation)} شيء لتقرأه. تقرؤه بعد تسجيل الدخول.`,
  toReading: 'تسجيل الدخول والقراءة',
  urgent: (phone) => `لا أحد يتابعك الآن. هناك شيء لا يمكن أن ينتظر؟ اتصل بالرقم ${leftToRight(phone)}.`,
  noReply: (phone) =>
    `لا ترسل أسئلة إلى هذا العنوان: لا أحد يقرؤها هناك. هل لديك سؤال؟ اتصل بالرقم ${leftToRight(phone)}.`,
  forAnother:
    'تصلك هذه الرسالة لأنك تجيب عن شخص آخر. لا يوجد اسم هنا. بعد فتح الرابط نسأل عن تاريخ ميلاد ذلك الشخص.',
  shared: 'يستخدم أكثر من شخص عنوان البريد هذا. لذلك لا يوجد اسم هنا. بعد فتح الرابط نسأل عن تاريخ ميلاد.',
  noMore: 'ألا تريد رسائل منا بعد الآن؟',
  optOut: 'لا أريد رسائل بعد الآن',
  unchecked: 'لم يراجع أي شخص هذه الترجمة بعد.',
}

/** Arabic counts in four ways: one, two, a few (to ten), many. */
function minutesWords(count: number): string {
  if (count === 1) return 'دقيقة واحدة'
  if (count === 2) return 'دقيقتين'
  return count <= 10 ? `${count} دقائق` : `${count} دقيقة`
}
