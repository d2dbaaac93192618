import type { Block, Line, Printed } from '../../../core/words/printed.ts'
import { isUnchecked } from '../../../core/words/translations.ts'
import { sayIn } from '../../../core/words.ts'
import { told, type Voice } from '../frame.ts'
import { printedWords } from '../printed-words.ts'
import type { OptionSheet } from './sheet.ts'
import { optionWords } from './words.ts'

/** The same sheet on paper, without the patient's name: it is for whoever they give it to. `at`: now, an instant. */
export function printOptions(voice: Voice, organisation: string, sheets: readonly OptionSheet[], at: string) {
  const words = optionWords[voice.language]
  const unchecked: Block[] = isUnchecked(voice.language)
    ? [{ kind: 'small', text: voice.words.unchecked }]
    : []
  return {
    title: words.title,
    language: voice.language,
    about: [organisation],
    foot: words.madeOn(voice.say.date(at)),
    blocks: [
      ...unchecked,
      { kind: 'text', text: words.lead },
      ...sheets.flatMap((sheet) => sheetBlocks(voice, sheet)),
    ],
  } satisfies Printed
}

function sheetBlocks(voice: Voice, sheet: OptionSheet): Block[] {
  const words = optionWords[voice.language]
  const { title, team, phone, chosen, choices, goals, others } = sheet
  return [
    { kind: 'heading', text: `${told(voice, title)}, ${team}` },
    ...(chosen ? [{ kind: 'lead', text: words.chosen(told(voice, chosen)) } as const] : []),
    ...choices.flatMap((choice) => choiceBlocks(voice, choice)),
    ...(others ? othersBlocks(words, others) : []),
    ...(goals.length > 0 ? listed(words.matters, goals) : []),
    ...listed(words.ask, words.questions),
    { kind: 'text', text: printedWords[voice.language].call(phone) },
  ]
}

const choiceBlocks = (
  voice: Voice,
  { title, about, isChosen, figures }: OptionSheet['choices'][number],
): Block[] => [
  { kind: 'below', text: line(voice, title) },
  ...(isChosen ? [{ kind: 'small', text: optionWords[voice.language].isChosen } as const] : []),
  { kind: 'text', text: line(voice, about) },
  ...figures.map((text): Block => ({ kind: 'text', text })),
]

const othersBlocks = (
  words: (typeof optionWords)[Voice['language']],
  { who, hasFigures }: NonNullable<OptionSheet['others']>,
): Block[] => [
  { kind: 'heading', text: words.others },
  { kind: 'text', text: who },
  ...(hasFigures ? [{ kind: 'small', text: words.differed } as const] : []),
]

const listed = (heading: string, items: readonly string[]): Block[] => [
  { kind: 'heading', text: heading },
  { kind: 'list', items: [...items] },
]

const line = ({ language, otherwise }: Voice, text: Record<string, string>): Line =>
  sayIn(text, language, otherwise)
