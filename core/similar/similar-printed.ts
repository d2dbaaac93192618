import { formats } from '../words/formats.ts'
import type { Block } from '../words/printed.ts'
import { type Language, say as sayIn } from '../words.ts'
import { ofHundred } from './of-hundred.ts'
import { type Fared, isAllTogether, type Similar, type SimilarFigures } from './similar.ts'
import { similarWords } from './similar-words.ts'

/** What people like the patient chose and how they fared, on paper: what it is for, about whom, and the figures in words. */
export function similarBlocks(similar: Similar, language: Language, zone: string): Block[] {
  const say = similarWords[language]
  const { found, intendedPurpose } = similar
  const head: Block[] = [
    { kind: 'heading', text: say.title },
    { kind: 'small', text: `${say.purpose}. ${sayIn(intendedPurpose, language)}` },
  ]
  if (!found) return [...head, { kind: 'text', text: say.noFirst }]
  if (found.figures.people === null) return [...head, { kind: 'text', text: say.few }]
  return [
    ...head,
    { kind: 'text', text: whom(similar, language, zone) },
    choices(similar, found.figures, language),
    ...found.figures.outcomes.flatMap((outcome) => faring(similar, outcome, language)),
    { kind: 'small', text: say.missing },
  ]
}

/** Whom the figures are about; '' where there are none. */
export function whom({ measure, period, found }: Similar, language: Language, zone: string): string {
  if (!found || found.figures.people === null) return ''
  const say = similarWords[language]
  const format = formats(language, zone)
  const { reach, figures } = found
  const [low, high] = reach.firsts
  return say.who({
    people: figures.people ?? 0,
    ages: reach.ages,
    firsts: [format.number(low, measure.decimals), format.number(high, measure.decimals)],
    measure: sayIn(measure.title, language),
    sex: say.sex[reach.sex ?? ''],
    from: format.month(period.from),
    until: format.month(period.until),
  })
}

const titleOf = (list: Similar['options'], id: string, language: Language): string => {
  const title = list.find((one) => one.id === id)?.title
  return title ? sayIn(title, language) : id
}

function choices({ options }: Similar, { chose }: SimilarFigures, language: Language): Block {
  const say = similarWords[language]
  return {
    kind: 'table',
    columns: [
      { title: say.chose, width: 8 },
      { title: say.people, width: 3, isNumber: true },
    ],
    rows: chose.map(({ option, people }) => [
      titleOf(options, option, language),
      people === null ? say.hidden : `${people}`,
    ]),
  }
}

function faring(
  { options, outcomes }: Similar,
  { id, rows }: SimilarFigures['outcomes'][number],
  language: Language,
): Block[] {
  const told = rows.map((row) => `${titleOf(options, row.option, language)}: ${fared(row, language)}`)
  return [
    { kind: 'below', text: titleOf(outcomes, id, language) },
    { kind: 'list', items: told },
  ]
}

/** Of a hundred, how many fared how; of how many of them is known, and how sure that is. */
function fared({ change, better, response }: Fared, language: Language): string {
  const say = similarWords[language]
  const shares = change?.shares
  if (!change || !shares || isAllTogether(shares)) return say.tooFewShort
  const names = [say.better, say.same, say.worse, say.together]
  const parts = ofHundred([...shares.shares, shares.together || null]).flatMap((count, place) =>
    count > 0 ? [say.part(count, names[place] ?? '')] : [],
  )
  const known = say.known(change.n, response === null ? null : Math.round(response * 100))
  const likely = better ? ` ${say.likely(Math.round(better.low * 100), Math.round(better.high * 100))}` : ''
  return `${say.ofHundred(parts.join(', '))} ${known}${likely}`
}
