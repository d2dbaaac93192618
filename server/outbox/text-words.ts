import { inGsm, textsIn } from '../../core/words/gsm-text.ts'
import { leftToRight } from '../../core/words/isolate.ts'
import type { PatientLanguage, Words } from '../../core/words.ts'

// What a text message says: whose it is, that questions are ready, and where. No name, no visit and no word of what
// somebody's care is about, because a telephone shows it to who is near. One message, in Arabic (70 characters) two.

type TextWords = {
  ask: (organisation: string) => string
  remind: (organisation: string) => string
  /** Behind the link: there one also ends these messages. */
  stop: string
  /** Where an answer to the message itself ends them. */
  reply: string
  /** To who answered something else. */
  elsewhere: (organisation: string, phone: string) => string
}

const words = {
  nl: {
    ask: (organisation) => `${organisation}: er staan vragen voor u klaar.`,
    remind: (organisation) => `${organisation}: u kunt onze vragen nog beantwoorden.`,
    stop: 'Geen sms meer? Kies dat daar.',
    reply: 'Geen sms meer? Antwoord STOP.',
    elsewhere: (organisation, phone) =>
      `${organisation}: niemand leest uw sms, en wij bewaren hem niet. Een vraag? Bel ${phone}.`,
  },
  en: {
    ask: (organisation) => `${organisation}: there are questions ready for you.`,
    remind: (organisation) => `${organisation}: you can still answer our questions.`,
    stop: 'No more texts? Choose that there.',
    reply: 'No more texts? Reply STOP.',
    elsewhere: (organisation, phone) =>
      `${organisation}: nobody reads your text, and it is not kept. A question? Call ${phone}.`,
  },
  de: {
    ask: (organisation) => `${organisation}: Es gibt Fragen für Sie.`,
    remind: (organisation) => `${organisation}: Sie können unsere Fragen noch beantworten.`,
    stop: 'Keine SMS mehr? Dort wählen.',
    reply: 'Keine SMS mehr? Antworten Sie STOP.',
    elsewhere: (organisation, phone) =>
      `${organisation}: Niemand liest Ihre SMS, und wir speichern sie nicht. Eine Frage? Tel. ${phone}.`,
  },
  tr: {
    ask: (organisation) => `${organisation}: sizin için sorular hazır.`,
    remind: (organisation) => `${organisation}: sorularımızı hâlâ cevaplayabilirsiniz.`,
    stop: 'SMS istemiyorsanız orada seçin.',
    reply: 'SMS istemiyorsanız STOP yazın.',
    elsewhere: (organisation, phone) =>
      `${organisation}: SMS'inizi kimse okumuyor ve saklamıyoruz. Sorunuz mu var? Arayın: ${phone}.`,
  },
  ar: {
    ask: (organisation) => `${organisation}: لدينا أسئلة لك.`,
    remind: (organisation) => `${organisation}: ما زال بإمكانك الإجابة.`,
    stop: 'للإيقاف: هناك.',
    reply: 'للإيقاف أرسل STOP.',
    elsewhere: (organisation, phone) =>
      `${organisation}: لا أحد يقرأ رسالتك ولا نحفظها. للسؤال: ${leftToRight(phone)}.`,
  },
} satisfies Words<TextWords, PatientLanguage>

type From = { language: PatientLanguage; organisation: string }
type Said = From & { link: string; isReminder: boolean; endsByReply: boolean }

/** The text of one message: where the questions are, and how it ends. */
export function textMessage({ language, organisation, link, isReminder, endsByReply }: Said): string {
  const { ask, remind, stop, reply } = words[language]
  const say = isReminder ? remind : ask
  return fitting(language, organisation, (name) => `${say(name)} ${link} ${endsByReply ? reply : stop}`)
}

/** Says to who answered that nobody reads that, and whom to call. */
export const elsewhereMessage = ({ language, organisation, phone }: From & { phone: string }): string =>
  fitting(language, organisation, (name) => words[language].elsewhere(name, phone))

/** As one message, in Arabic two. A long name of an organisation is cut, never what follows it. */
function fitting(language: PatientLanguage, organisation: string, say: (name: string) => string): string {
  const most = language === 'ar' ? 2 : 1
  const write = (name: string) => (language === 'ar' ? say(name) : inGsm(say(name)))
  let name = organisation
  while (textsIn(write(name)) > most && name.length > 1) name = `${name.slice(0, -2).trimEnd()}.`
  return write(name)
}
