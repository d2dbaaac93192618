import { isolated } from '../../../../core/words/isolate.ts'
import type { QuestionWords } from '../words.ts'

export const ar: QuestionWords = {
  title: 'أسئلة قبل موعدك',
  back: 'رجوع',
  next: 'متابعة',
  skip: 'تخطَّ هذا السؤال',
  minutesLeft: (minutes) => minutesWords(minutes),
  lastQuestion: 'السؤال الأخير',
  saved: 'تم حفظ إجابتك',
  unsent: 'لم تُرسل بعد. يمكنك المتابعة: سنحاول مرة أخرى.',
  merged: 'أجبت أيضًا على شاشة أخرى. تلك الإجابات تظهر هنا الآن.',
  side: { left: 'الجهة اليسرى', right: 'الجهة اليمنى', both: 'الجهتان', '': '' },
  onlyIn: {
    nl: 'هذا السؤال غير متوفر بالعربية بعد. وهو هنا باللغة الهولندية.',
    en: 'هذا السؤال غير متوفر بالعربية بعد. وهو هنا باللغة الإنجليزية.',
  },
  body: { front: 'من الأمام', back: 'من الخلف' },
  readAloud: 'القراءة بصوت عالٍ',
  readNoMore: 'إيقاف القراءة',

  answerFirst: 'أجب أولًا عن هذا السؤال من فضلك.',
  answerOrSkip: 'اختر إجابة. أو اختر في الأسفل: تخطَّ هذا السؤال.',
  chooseOne: 'اختر إحدى الإجابات.',
  numberBetween: (min, max) => `اكتب عددًا من ${min} إلى ${max}.`,
  wholeBetween: (min, max) => `اكتب عددًا صحيحًا من ${min} إلى ${max}.`,
  aDate: 'اكتب تاريخًا: اليوم والشهر والسنة.',
  textWithin: (most) => `النص طويل جدًا. أقصى عدد للأحرف: ${most}.`,

  topics: 'عن ماذا تريد أن تتحدث؟',
  topicsAbout: (clinician, isVisit) =>
    isVisit
      ? `اختر موضوعًا أو موضوعين. بهما يبدأ الحديث مع ${clinician === null ? 'فريق الرعاية' : isolated(clinician)}.`
      : 'اختر موضوعًا أو موضوعين. يقرأ فريق الرعاية ما تختاره.',
  topicsChosen: (count) => (count === 1 ? 'تم اختيار موضوع واحد' : 'تم اختيار موضوعين'),
  topicsMany: 'اختر موضوعين على الأكثر. أزل علامة أولًا.',
  topicText: 'شيء آخر؟ اكتبه هنا.',

  urgent: 'هل هناك شيء لا يمكن أن ينتظر؟',
  urgentUntil: (day) => `هل هناك شيء لا يمكن أن ينتظر حتى ${isolated(day)}؟`,
  urgentAbout: 'مثل الحمى، أو ضيق التنفس، أو أعراض تزداد سوءًا بسرعة.',
  canWait: 'لا، يمكن أن ينتظر',
  cannotWait: 'نعم، أريد المساعدة قبل ذلك',
  urgentChoose: 'اختر لا أو نعم.',
  callNow: 'اتصل بنا الآن',
  callNowAbout: 'نحن لا نقرأ إجاباتك فورًا. لا تنتظر حتى نتصل بك.',
  lifeAtRisk: 'هل الحياة في خطر؟',
  send: 'أرسل إجاباتي',
  sending: 'يجري إرسال إجاباتك.',
  sendFailed: 'لم ينجح الإرسال. إجاباتك ما زالت هنا. تحقق من الإنترنت واضغط على الزر مرة أخرى.',
  changedElsewhere: 'تغيرت إجابات على شاشة أخرى. وهي تظهر هنا الآن. راجعها وأرسلها مرة أخرى.',

  sentTitle: 'تم إرسال إجاباتك',
  thanks: (name) => `شكرًا لك، ${isolated(name)}.`,
  sentTo: (team) => `أُرسلت إلى فريق الرعاية: ${isolated(team)}.`,
  teamReads: 'قبل موعدك',
  teamReadsAbout: 'يقرأ فريق الرعاية إجاباتك.',
  teamReadsNoAppointment: 'بعد ذلك',
  teamReadsSoon: 'يقرأ فريق الرعاية إجاباتك. ويتصل بك إذا لزم الأمر.',
  talk: (clinician) => (clinician ? `تتحدث مع ${isolated(clinician)}.` : 'لديك موعد.'),
  talkAbout: (topics) => `أولًا عن: ${topics.join(' و')}.`,
  afterwards: 'بعد الحديث',
  afterwardsAbout: 'يمكنك أن تقرأ ما اتفقتم عليه معًا. تحتاج لذلك إلى تسجيل الدخول.',
  meaning: 'ماذا تعني إجاباتك',
  firstTime: 'هذه هي المرة الأولى. سترى لاحقًا ما الذي يتغير.',
  changes: {
    better: 'أفضل بوضوح من المرة السابقة.',
    worse: 'أسوأ من المرة السابقة.',
    'no-clear-change': 'لا يوجد تغيّر واضح.',
    unknown: 'لا يمكننا أن نقول إن كان هذا قد تغيّر حقًا.',
  },
  now: 'الآن:',
  nowScore: (value, max) => `الآن: ${value} من ${max}.`,
  normIs: (mean, value) => `أشخاص مثلك في هولندا: ${mean} في المتوسط. أنت: ${value}.`,
  ownQuestions: 'هذه الأسئلة من وضعنا نحن. وهي ليست استبيانًا تم التحقق من صلاحيته.',
  notChecked: 'لم تُراجَع بعد كل الأرقام التي نقارن بها إجاباتك.',
  worse: 'هل يزداد الأمر سوءًا؟',
  results: 'اطّلع على نتائجي',
  moreQuestions: 'هناك أسئلة أخرى لك',

  asleep: 'افتح الرابط في رسالتك مرة أخرى',
  asleepAbout: 'غبت لبعض الوقت. ما أجبت عنه محفوظ. افتح الرابط مرة أخرى للمتابعة.',
  gone: 'هذه الأسئلة أُرسلت أو أُغلقت',
  goneAbout: 'ربما فعلت ذلك على شاشة أخرى. لا تحتاج إلى فعل شيء الآن.',
}

/** Arabic counts in four ways: one, two, a few (to ten), many. */
function minutesWords(count: number): string {
  if (count <= 1) return 'بقيت دقيقة واحدة'
  if (count === 2) return 'بقيت دقيقتان تقريبًا'
  return count <= 10 ? `بقيت ${count} دقائق تقريبًا` : `بقيت ${count} دقيقة تقريبًا`
}
