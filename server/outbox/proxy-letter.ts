import type { Language, Words } from '../../core/words.ts'
import type { Letter } from './letter.ts'

type ProxyWords = { subject(organisation: string): string; paragraphs(organisation: string): string[] }

const words = {
  nl: {
    subject: (organisation) => `U hoeft niet meer te antwoorden, ${organisation}`,
    paragraphs: (organisation) => [
      'Goedendag,',
      `U beantwoordde vragen van ${organisation} voor iemand anders. Die tijd is voorbij: u krijgt hierover geen mail meer, en de links in eerdere mails werken niet meer.`,
      'Antwoorden die u gaf, blijven bewaard bij degene voor wie u ze gaf.',
      'Stuur geen antwoord op deze mail: niemand leest dat.',
      'Klopt dit niet? Vraag het aan degene voor wie u antwoordde. Die kan het zelf weer regelen, of het zorgteam bellen.',
    ],
  },
  en: {
    subject: (organisation) => `You need not answer any more, ${organisation}`,
    paragraphs: (organisation) => [
      'Hello,',
      `You answered questions of ${organisation} for somebody else. That time is over: you get no more mail about it, and the links in earlier mails no longer work.`,
      'Answers that you gave stay with the person for whom you gave them.',
      'Please do not answer this mail: nobody reads that.',
      'Is this not right? Ask the person for whom you answered. They can arrange it again, or call the care team.',
    ],
  },
} satisfies Words<ProxyWords, Language>

/** To somebody who answered for a patient until now. It names nobody. */
export const proxyEndedLetter = (language: Language, organisation: string): Letter => ({
  subject: words[language].subject(organisation),
  paragraphs: words[language].paragraphs(organisation),
})
