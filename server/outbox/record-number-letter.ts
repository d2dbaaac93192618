import type { Language, Words } from '../../core/words.ts'
import type { Letter } from './letter.ts'

type Numbered = { number: string; by: string }

const words = {
  nl: {
    subject: 'Uw nummer in het dossiersysteem is ingevuld',
    hello: 'Goedendag,',
    says: ({ number, by }: Numbered) =>
      `${by} vulde bij uw account voor Uitkomst in dat u in het dossiersysteem nummer ${number} heeft. Wie daar met dat nummer inlogt en een patiënt opent, ziet die patiënt hier alsof u het bent.`,
    check: 'Is dit niet uw eigen nummer? Meld het dan vandaag aan een andere beheerder of aan de controleur.',
    label: 'Uitkomst openen',
  },
  en: {
    subject: 'Your number in the record system was written down',
    hello: 'Good day,',
    says: ({ number, by }: Numbered) =>
      `${by} wrote at your Uitkomst account that you have number ${number} in the record system. Whoever signs in there by that number and opens a patient sees that patient here as if they were you.`,
    check: 'Is this not your own number? Then tell another administrator or the auditor today.',
    label: 'Open Uitkomst',
  },
} satisfies Words<unknown>

/** To a colleague: by which number the record system knows them, and who says so. */
export function recordNumberLetter(
  numbered: Numbered,
  { language, link }: { language: Language; link: string },
): Letter {
  const { subject, hello, says, check, label } = words[language]
  return { subject, paragraphs: [hello, says(numbered), check, { link, label, button: true }] }
}
