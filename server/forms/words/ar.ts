import { isolated, leftToRight } from '../../../core/isolate.ts'
import type { FormWords } from '../words.ts'

export const ar: FormWords = {
  languageName: 'العربية',
  language: 'اللغة',
  unchecked: 'لم يراجع أي شخص هذه الترجمة بعد. هل هناك شيء غير واضح؟ اسأل فريقك.',

  questions: 'أسئلة قبل موعدك',
  begin: 'ابدأ',
  beginAbout: 'يسألك فريق الرعاية عن حالك. لا تحتاج إلى كلمة مرور.',
  notLive: 'لا أحد يتابعك الآن مباشرة.',
  cannotWait: 'ألا يمكن أن ينتظر الأمر؟',
  call: (phone) => `اتصل بالرقم ${leftToRight(phone)}`,
  demo: 'هذا مثال. هؤلاء الأشخاص غير حقيقيين.',

  textSize: 'الخط',
  textSizeNow: (size) => (size === 3 ? 'الخط بالحجم العادي' : 'الخط أكبر'),

  hello: (name) => `مرحبًا ${isolated(name)}`,
  lead: (clinician, team) =>
    clinician
      ? `‏${isolated(clinician)} يود معرفة حالك الآن. إجاباتك تساعد في الحديث معك.`
      : `يود فريق الرعاية (${isolated(team)}) معرفة حالك الآن.`,
  appointment: (clinician) => (clinician ? `موعدك مع ${isolated(clinician)}` : 'موعدك'),
  needed: 'الوقت الذي تحتاجه',
  minutes: (count) => `${minutes(count)} تقريبًا.`,
  pause: 'يمكنك أن تأخذ استراحة.',
  kept: 'ما أجبت عنه من قبل محفوظ.',
  whoReads: 'من يقرأ إجاباتك',
  readers: (teams) => `فريق الرعاية: ${isolated(teams)}.`,
  moreAboutData: 'المزيد عن بياناتك',
  aboutData: [
    'إجاباتك جزء من ملفك. فريق الرعاية وحده يراها مع اسمك.',
    'ينظر الفريق أيضًا إلى كل الإجابات معًا. ولا يمكن التعرف عليك فيها.',
    'نسجل من يطّلع على إجاباتك. ويحق لك أن تطلب معرفة ذلك.',
  ],
  start: 'ابدأ الأسئلة',
  goOn: 'تابع الأسئلة',
  respondentNow: {
    patient: '',
    proxy: 'أنت تجيب نيابة عن شخص آخر.',
    together: 'أنتما تجيبان معًا.',
  },
  forSomebodyElse: 'أجيب نيابة عن شخص آخر',
  whoAnswers: 'من يجيب عن الأسئلة؟',
  respondents: {
    patient: (name) => `المريض بنفسه: ${isolated(name)}`,
    together: (name) => `أنا مع ${isolated(name)}`,
    proxy: (name) => `أنا، نيابة عن ${isolated(name)}`,
  },
  keep: 'حفظ',
  remindMe: { tonight: 'ذكّروني مساء اليوم', tomorrow: 'ذكّروني غدًا' },
  remindedAt: (when) => `برسالة إلكترونية: ${isolated(when)}`,
  reminded: (when) => `ستصلك رسالة: ${isolated(when)}. يمكنك إغلاق هذه الشاشة.`,
  ratherNot: 'لا أريد رسائل بعد الآن',
  stopTitle: 'ألا تريد أن تصلك رسائل بعد الآن؟',
  stopAbout: [
    'لن تصلك منا أسئلة أو رسائل بعد ذلك. علاجك لا يتغير.',
    'ما أرسلته من قبل يبقى في ملفك.',
    'هل غيّرت رأيك؟ أخبر فريق الرعاية.',
  ],
  stop: 'لا ترسلوا لي رسائل بعد الآن',
  backToQuestions: 'العودة إلى الأسئلة',
  stopped: 'لن تصلك رسائل بعد الآن',
  stoppedAbout: 'لا بأس. هل غيّرت رأيك؟ أخبر فريق الرعاية.',
  unknownTitle: 'هذا الرابط لا يعمل',
  unknownAbout: [
    'ربما أصبح الرابط قديمًا، أو لم يُنسخ كاملًا.',
    'ألا تريد أن تصلك أسئلة بعد الآن؟ استخدم الرابط في آخر رسالة وصلتك، أو اتصل بفريق الرعاية.',
  ],

  birthTitle: 'ما تاريخ ميلادك؟',
  birthWhose: 'تاريخ ميلاد المريض. هكذا نعرف أن هذه الأسئلة وصلت إلى الشخص الصحيح.',
  birthLabel: 'تاريخ الميلاد',
  birthHint: `اليوم والشهر والسنة. مثلًا ${leftToRight('31-3-1957')}`,
  birthNotADate: `هذا ليس تاريخًا. اكتب اليوم والشهر والسنة، مثلًا ${leftToRight('31-3-1957')}`,
  birthWrong: (left) => `هذا التاريخ غير صحيح. تحقق منه من فضلك. ${triesLeft(left)}`,
  goFurther: 'متابعة',
  birthLocked: 'هذا الرابط مقفل',
  birthLockedAbout:
    'كان تاريخ الميلاد خطأ مرات كثيرة. اطلب رابطًا جديدًا في الأسفل. لم ينجح الأمر؟ اتصل بفريق الرعاية.',

  oldTitle: 'هذا الرابط لم يعد مستخدمًا',
  oldAbout: 'لا مشكلة. ربما أُجيب عن الأسئلة، أو وصلتك رسالة أحدث. هل وصلتك الرسالة بالخطأ؟ احذفها من فضلك.',
  whatNow: 'ما يمكنك فعله الآن',
  newLink: 'أرسلوا لي رابطًا جديدًا',
  newLinkAbout: 'يُرسل الرابط إلى عنوان بريدك الإلكتروني المسجل في المستشفى.',
  newLinkSent: 'انظر في بريدك الإلكتروني',
  newLinkSentAbout: [
    'إذا كانت هناك أسئلة لك، تصلك خلال دقائق رسالة فيها رابط جديد.',
    'تُرسل الرسالة إلى عنوانك المسجل في المستشفى.',
    'لم تصلك رسالة؟ اتصل بفريق الرعاية.',
  ],
  results: 'اطّلع على نتائجي وما اتفقنا عليه',
  resultsAbout: 'تحتاج لذلك إلى تسجيل الدخول.',
  openAgain: 'افتح الرابط في رسالتك',
  openAgainAbout: ['لا نعرف الآن من أنت. افتح الرابط في الرسالة مرة أخرى.', 'ما أجبت عنه من قبل محفوظ.'],
  doneTitle: 'لا توجد أسئلة لك',
  doneAbout: 'لا تحتاج إلى فعل شيء الآن. إذا كان هناك جديد، تصلك رسالة.',
  tooMany: 'انتظر قليلًا من فضلك',
  tooManyAbout: 'جُرّبت روابط كثيرة من هنا. حاول مرة أخرى بعد دقيقة.',
  failed: 'لم ينجح الأمر',
  failedAbout: 'لم يتغير شيء. ارجع وحاول مرة أخرى.',
}

/** Arabic counts in four ways: one, two, a few (to ten), many. */
function minutes(count: number): string {
  if (count === 1) return 'دقيقة واحدة'
  if (count === 2) return 'دقيقتان'
  return count <= 10 ? `${count} دقائق` : `${count} دقيقة`
}

function triesLeft(left: number): string {
  if (left === 1) return 'يمكنك المحاولة مرة واحدة أخرى.'
  return left === 2 ? 'يمكنك المحاولة مرتين أخريين.' : `يمكنك المحاولة ${left} مرات أخرى.`
}
