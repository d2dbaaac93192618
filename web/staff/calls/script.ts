import type { Words } from '../../../core/words.ts'

export type ScriptFacts = {
  caller: string
  organisation: string
  name: string
  /** Day and time of the visit, in words; null where there is none. */
  visit: string | null
  /** Whether a mail or text message with the questions went, is still to come, or cannot come. */
  mail: 'sent' | 'texted' | 'to-come' | null
  phone: string
  urgentPhone: string
}

type Script = { lines: (facts: ScriptFacts) => string[]; voicemail: (facts: ScriptFacts) => string }

// What is said aloud may be heard by others in the house: no word tells what somebody's care is about
// (tests/unit/call-script.test.ts holds the list of the mail against it).
export const script = {
  nl: {
    lines: ({ caller, organisation, name, visit, mail, urgentPhone }) => [
      `“Goedendag, u spreekt met ${caller} van ${organisation}. Spreek ik met ${name}?”`,
      '“Wilt u mij uw geboortedatum noemen? Dan weet ik zeker dat ik de juiste persoon spreek.”',
      visit
        ? `“U heeft een afspraak bij ons op ${visit}. Wij stellen u vooraf graag een paar vragen.”`
        : '“Wij stellen u graag een paar vragen.”',
      {
        sent: '“We hebben u een mail gestuurd. Uw antwoorden zijn er nog niet. Lukt het u om ze zelf te geven?”',
        texted:
          '“We hebben u een sms gestuurd. Uw antwoorden zijn er nog niet. Lukt het u om ze zelf te geven?”',
        'to-come': '“U krijgt daarover een mail van ons. Lukt het u om zelf te antwoorden?”',
        none: '“We kunnen u niet mailen. Hoe geeft u het liefst antwoord?”',
      }[mail ?? 'none'],
      mail
        ? '“Ik kan u een nieuwe link sturen, of we doen het nu samen. U mag ook nee zeggen: u wordt even goed geholpen.”'
        : '“We kunnen het nu samen doen. U mag ook nee zeggen: u wordt even goed geholpen.”',
      `“Is er iets dat niet kan wachten? Bel dan ${urgentPhone}.”`,
    ],
    voicemail: ({ caller, organisation, phone }) =>
      `Zeg alleen: “Dit is ${caller} van ${organisation}. Wilt u ons terugbellen op ${phone}?” Zeg niets over de vragen.`,
  },
  en: {
    lines: ({ caller, organisation, name, visit, mail, urgentPhone }) => [
      `“Good day, this is ${caller} of ${organisation}. Am I speaking to ${name}?”`,
      '“Would you tell me your date of birth? Then I am sure that I have the right person.”',
      visit
        ? `“You have an appointment with us on ${visit}. We would like to ask you a few questions before it.”`
        : '“We would like to ask you a few questions.”',
      {
        sent: '“We sent you a mail. Your answers are not there yet. Can you give them yourself?”',
        texted: '“We sent you a text message. Your answers are not there yet. Can you give them yourself?”',
        'to-come': '“You will get a mail from us about them. Can you answer yourself?”',
        none: '“We cannot mail you. How would you like to answer?”',
      }[mail ?? 'none'],
      mail
        ? '“I can send you a new link, or we do it together now. You may also say no: you will be helped just as well.”'
        : '“We can do it together now. You may also say no: you will be helped just as well.”',
      `“Is there something that cannot wait? Then call ${urgentPhone}.”`,
    ],
    voicemail: ({ caller, organisation, phone }) =>
      `Say only: “This is ${caller} of ${organisation}. Would you call us back on ${phone}?” Say nothing about the questions.`,
  },
} satisfies Words<Script>
