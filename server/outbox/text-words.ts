import { inGsm, textsIn } from '../../core/gsm-text.ts'
import type { PatientLanguage, Words } from '../../core/words.ts'

// What a text message says: whose it is, that questions are ready, and where. No name, no visit and no word of what
// somebody's care is about, because a telephone shows it to who is near. One message, in Arabic (70 characters) two.

type TextWords = {
  ask: (organisation: string) => string
  remind: (organisation: string) => string
  /** Behind the link: there one also ends these messages. */
  stop: string
}

const words = {
  nl: {
    ask: (organisation) => `${organisation}: er staan vragen voor u klaar.`,
    remind: (organisation) => `${organisation}: u kunt onze vragen nog beantwoorden.`,
    stop: 'Geen sms meer? Kies dat daar.',
  },
  en: {
    ask: (organisation) => `${organisation}: there are questions ready for you.`,
    remind: (organisation) => `${organisation}: you can still answer our questions.`,
    stop: 'No more texts? Choose that there.',
  },
  de: {
    ask: (organisation) => `${organisation}: Es gibt Fragen für Sie.`,
    remind: (organisation) => `${organisation}: Sie können unsere Fragen noch beantworten.`,
    stop: 'Keine SMS mehr? Dort wählen.',
  },
  tr: {
    ask: (organisation) => `${organisation}: sizin için sorular hazır.`,
    remind: (organisation) => `${organisation}: sorularımızı hâlâ cevaplayabilirsiniz.`,
    stop: 'SMS istemiyorsanız orada seçin.',
  },
  ar: {
    ask: (organisation) => `${organisation}: لدينا أسئلة لك.`,
    remind: (organisation) => `${organisation}: ما زال بإمكانك الإجابة.`,
    stop: 'للإيقاف: هناك.',
  },
} satisfies Words<TextWords, PatientLanguage>

type Said = { language: PatientLanguage; organisation: string; link: string; isReminder: boolean }

/** The text of one message. A long name of an organisation is cut, never the link. */
export function textMessage({ language, organisation, link, isReminder }: Said): string {
  const { ask, remind, stop } = words[language]
  const most = language === 'ar' ? 2 : 1
  const write = (name: string) => {
    const text = `${(isReminder ? remind : ask)(name)} ${link} ${stop}`
    return language === 'ar' ? text : inGsm(text)
  }
  let name = organisation
  while (textsIn(write(name)) > most && name.length > 1) name = `${name.slice(0, -2).trimEnd()}.`
  return write(name)
}
