import type { PatientLanguage, Words } from '../../core/words.ts'

type TextsWords = {
  title: string
  off: string
  /** STOP was sent from this number. */
  stopped: (end: string) => string
  /** `end`: the last two digits of the number. */
  on: (end: string) => string
  number: string
  hint: (end: string) => string
  start: string
  stop: string
  about: string
  noNumber: string
  wrong: string
}

export const textsWords = {
  nl: {
    title: 'Sms in plaats van mail',
    off: 'U krijgt nu mail als er vragen voor u zijn. Het kan ook met een sms.',
    stopped: (end) =>
      `U stuurde STOP. Daarom sturen wij geen sms meer naar uw nummer dat eindigt op ${end}. U kunt hier weer voor sms kiezen.`,
    on: (end) => `U krijgt een sms als er vragen voor u zijn, op uw nummer dat eindigt op ${end}.`,
    number: 'Uw mobiele nummer',
    hint: (end) =>
      `Wij hebben een nummer dat eindigt op ${end}. Typ het helemaal, dan weten wij dat het klopt.`,
    start: 'Stuur mij liever een sms',
    stop: 'Stuur mij weer mail',
    about: 'In een sms staat niet waar de vragen over gaan. Een zorgteam dat geen sms stuurt, mailt u.',
    noNumber:
      'Wij hebben geen mobiel nummer van u dat sms aanneemt. Wilt u liever sms? Geef uw nummer door aan uw zorgteam.',
    wrong:
      'Dit is niet het nummer dat wij hebben. Typ het nog eens, of geef uw nieuwe nummer door aan uw zorgteam.',
  },
  en: {
    title: 'Text messages instead of mail',
    off: 'You now get mail when there are questions for you. It can be a text message too.',
    stopped: (end) =>
      `You sent STOP. That is why we send no more text messages to your number that ends in ${end}. You can choose them again here.`,
    on: (end) =>
      `You get a text message when there are questions for you, at your number that ends in ${end}.`,
    number: 'Your mobile number',
    hint: (end) => `We have a number that ends in ${end}. Type all of it, so that we know that it is right.`,
    start: 'Rather send me a text message',
    stop: 'Send me mail again',
    about:
      'A text message does not say what the questions are about. A care team that sends none, mails you.',
    noNumber:
      'We have no mobile number of yours that takes text messages. Would you rather have those? Tell your care team your number.',
    wrong: 'This is not the number that we have. Type it again, or tell your care team your new number.',
  },
  de: {
    title: 'SMS statt E-Mail',
    off: 'Sie bekommen jetzt eine E-Mail, wenn Fragen für Sie bereit sind. Eine SMS geht auch.',
    stopped: (end) =>
      `Sie haben STOP geschickt. Darum schicken wir keine SMS mehr an Ihre Nummer, die auf ${end} endet. Hier können Sie SMS wieder wählen.`,
    on: (end) => `Sie bekommen eine SMS, wenn Fragen für Sie bereit sind, an Ihre Nummer mit ${end} am Ende.`,
    number: 'Ihre Handynummer',
    hint: (end) =>
      `Wir haben eine Nummer mit ${end} am Ende. Geben Sie sie ganz ein, dann wissen wir, dass sie stimmt.`,
    start: 'Schicken Sie mir lieber eine SMS',
    stop: 'Schicken Sie mir wieder E-Mails',
    about:
      'In einer SMS steht nicht, worum es in den Fragen geht. Ein Behandlungsteam, das keine SMS schickt, schreibt Ihnen eine E-Mail.',
    noNumber:
      'Wir haben keine Handynummer von Ihnen, die SMS annimmt. Möchten Sie lieber SMS? Sagen Sie Ihrem Behandlungsteam Ihre Nummer.',
    wrong:
      'Das ist nicht die Nummer, die wir haben. Geben Sie sie noch einmal ein, oder sagen Sie Ihrem Behandlungsteam Ihre neue Nummer.',
  },
  tr: {
    title: 'E-posta yerine SMS',
    off: 'Sizin için sorular olduğunda şimdi e-posta alıyorsunuz. SMS de olabilir.',
    stopped: (end) =>
      `STOP gönderdiniz. Bu yüzden ${end} ile biten numaranıza artık SMS göndermiyoruz. Burada yeniden SMS seçebilirsiniz.`,
    on: (end) => `Sizin için sorular olduğunda, sonu ${end} olan numaranıza SMS alırsınız.`,
    number: 'Cep telefonu numaranız',
    hint: (end) => `Bizde sonu ${end} olan bir numara var. Tamamını yazın, böylece doğru olduğunu biliriz.`,
    start: 'Bana SMS gönderin',
    stop: 'Bana yine e-posta gönderin',
    about: 'SMS’te soruların ne hakkında olduğu yazmaz. SMS göndermeyen bir bakım ekibi size e-posta yazar.',
    noNumber:
      'Bizde SMS alan bir cep telefonu numaranız yok. SMS mi istersiniz? Numaranızı bakım ekibinize söyleyin.',
    wrong: 'Bu, bizdeki numara değil. Yeniden yazın ya da yeni numaranızı bakım ekibinize söyleyin.',
  },
  ar: {
    title: 'رسالة نصية بدلًا من البريد الإلكتروني',
    off: 'تصلك الآن رسالة بريد إلكتروني عندما تكون هناك أسئلة لك. يمكن أيضًا أن تصلك رسالة نصية.',
    stopped: (end) =>
      `أرسلت STOP. لذلك لا نرسل رسائل نصية إلى رقمك المنتهي بـ ${end}. يمكنك اختيارها هنا من جديد.`,
    on: (end) => `تصلك رسالة نصية عندما تكون هناك أسئلة لك، على رقمك المنتهي بـ ${end}.`,
    number: 'رقم هاتفك المحمول',
    hint: (end) => `لدينا رقم ينتهي بـ ${end}. اكتبه كاملًا حتى نعرف أنه صحيح.`,
    start: 'أرسلوا لي رسالة نصية',
    stop: 'أرسلوا لي البريد الإلكتروني من جديد',
    about:
      'لا تذكر الرسالة النصية موضوع الأسئلة. فريق الرعاية الذي لا يرسل رسائل نصية يكتب لك بالبريد الإلكتروني.',
    noNumber: 'ليس لدينا رقم محمول لك يستقبل الرسائل النصية. إن كنت تفضلها، فأعطِ رقمك لفريق الرعاية.',
    wrong: 'هذا ليس الرقم الذي لدينا. اكتبه مرة أخرى، أو أعطِ رقمك الجديد لفريق الرعاية.',
  },
} satisfies Words<TextsWords, PatientLanguage>
