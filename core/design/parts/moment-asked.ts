import { titleForStaff } from '../../outcome-sets/staff-title.ts'
import { FINISH_MINUTES } from '../../schedule/asked.ts'
import type { Language, Localised } from '../../words.ts'
import type { Draft } from '../draft.ts'
import { both, type Choice, type Field } from '../fields.ts'
import type { Context } from '../part.ts'

/** What is asked, each questionnaire with what it costs the patient and all of them with what the moment comes to. */
export const momentAsked = ({ instruments: chosen }: Draft, { instruments }: Context): Field[] => {
  const asked = (chosen ?? []) as string[]
  // What has no wording cannot be asked; where it stands in a moment all the same, it can be taken out.
  const offered = instruments.filter(({ id, form }) => form !== null || asked.includes(id))
  const sent = instruments.filter(({ id, form }) => form !== null && asked.includes(id))
  const questions = sent.reduce((sum, { items }) => sum + items.length, 0)
  const minutes = sent.reduce((sum, one) => sum + one.minutes, FINISH_MINUTES)
  return [
    {
      kind: 'some',
      at: 'instruments',
      ordered: true,
      label: both('Wat er wordt gevraagd', 'What is asked'),
      choices: offered.map(
        (one): Choice => ({
          value: one.id,
          label: titleForStaff(one),
          about: one.form ? cost(one.items.length, one.minutes) : noWording,
        }),
      ),
      sum: comesTo(questions, minutes),
    },
    {
      kind: 'group',
      at: 'skipIfAnsweredWithin',
      fresh: 'P14D',
      label: both('Overslaan wat kort ervoor al is beantwoord', 'Leave out what was answered shortly before'),
      fields: [
        { kind: 'length', at: 'skipIfAnsweredWithin', label: both('Binnen', 'Within'), cure: notBoth },
      ],
    },
  ]
}

const noWording = both('zonder tekst: wordt niet gevraagd', 'without wording: not asked')
const notBoth = both(
  'Vul een aantal in. Hebt u gekozen wie antwoordt? Haal dan dit vinkje weg: een antwoord van de een telt niet voor de ander.',
  'Fill in a number. Have you chosen who answers? Then untick this: an answer of one does not count for the other.',
)

const counted = (count: number) =>
  both(`${count} ${count === 1 ? 'vraag' : 'vragen'}`, `${count} ${count === 1 ? 'question' : 'questions'}`)
const rounded = (value: number, decimals: number, language: Language) =>
  value.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: decimals })

const cost = (questions: number, minutes: number): Localised =>
  both(
    `${counted(questions).nl}, ± ${rounded(minutes, 1, 'nl')} min`,
    `${counted(questions).en}, ± ${rounded(minutes, 1, 'en')} min`,
  )

const comesTo = (questions: number, minutes: number): Localised =>
  both(
    `Dit meetmoment: ${counted(questions).nl}, ± ${rounded(minutes, 0, 'nl')} min met het slot erbij.`,
    `This moment: ${counted(questions).en}, ± ${rounded(minutes, 0, 'en')} min with its end.`,
  )
