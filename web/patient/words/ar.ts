import 'survey-core/i18n/arabic'
import { leftToRight } from '../../../core/words/isolate.ts'
import type { PatientWords } from '../words.ts'

export const ar: PatientWords = {
  loading: 'الأسئلة في الطريق.',
  title: 'أسئلة قبل موعدك',
  back: 'رجوع',
  next: 'متابعة',
  skip: 'تخطَّ هذا السؤال',
  minutesLeft: (minutes) => minutesWords(minutes),
  saved: 'تم حفظ إجابتك',
  offline: 'لم تُرسل بعد. يمكنك المتابعة: سنحاول مرة أخرى. لا تغلق هذه الشاشة بعد.',
  merged: 'أجبت أيضًا على شاشة أخرى. تلك الإجابات تظهر هنا الآن.',
  answerFirst: 'أجب أولًا عن هذا السؤال من فضلك.',
  answerOrSkip: 'اختر إجابة. أو اختر في الأسفل: تخطَّ هذا السؤال.',
  onlyIn: {
    nl: 'هذا السؤال غير متوفر بالعربية بعد. وهو هنا باللغة الهولندية.',
    en: 'هذا السؤال غير متوفر بالعربية بعد. وهو هنا باللغة الإنجليزية.',
  },
  unchecked: 'لم يراجع أي شخص هذه الترجمة بعد. هل هناك شيء غير واضح؟ اسأل فريقك.',
  side: { left: 'الجهة اليسرى', right: 'الجهة اليمنى', both: 'الجهتان', '': '' },
  call: (phone) => `اتصل بالرقم ${leftToRight(phone)}`,
  nothing: 'لا توجد أسئلة لك',
  nothingAbout: 'لا تحتاج إلى فعل شيء الآن.',
  asleep: 'افتح الرابط في رسالتك مرة أخرى',
  asleepAbout: 'غبت لبعض الوقت. ما أجبت عنه محفوظ. افتح الرابط مرة أخرى للمتابعة.',
  gone: 'هذه الأسئلة أُرسلت أو أُغلقت',
  goneAbout: 'ربما فعلت ذلك على شاشة أخرى. لا تحتاج إلى فعل شيء الآن.',
  failed: 'تعذر جلب الأسئلة',
  failedAbout: 'تحقق من الإنترنت وحاول مرة أخرى. ما أجبت عنه محفوظ.',
  again: 'حاول مرة أخرى',
  demo: 'هذا مثال. هؤلاء الأشخاص غير حقيقيين.',
}

/** Arabic counts in four ways: one, two, a few (to ten), many. */
function minutesWords(count: number): string {
  if (count <= 1) return 'بقيت دقيقة واحدة'
  if (count === 2) return 'بقيت دقيقتان تقريبًا'
  return count <= 10 ? `بقيت ${count} دقائق تقريبًا` : `بقيت ${count} دقيقة تقريبًا`
}
