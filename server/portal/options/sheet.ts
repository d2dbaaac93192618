import { goalsOf } from '../../../core/answers/goals.ts'
import { ofHundred } from '../../../core/similar/of-hundred.ts'
import { type Fared, isAllTogether, type Similar } from '../../../core/similar/similar.ts'
import { listed } from '../../../core/words/listed.ts'
import type { Localised } from '../../../core/words.ts'
import { told, type Voice } from '../frame.ts'
import type { ShownPath } from '../overview-page.ts'
import { optionWords } from './words.ts'

/** What people like this patient chose and how they fared; null where the set has not switched that on. */
export type SimilarOf = (enrolmentId: string) => Promise<Similar | null>

/** One choice: its title and text as the set has them, what is told of others as sentences of the page. */
type Choice = { id: string; title: Localised; about: Localised; isChosen: boolean; figures: string[] }

export type OptionSheet = {
  title: Localised
  team: string
  phone: string
  chosen: Localised | null
  choices: Choice[]
  goals: string[]
  /** About whom the figures are, or that there are none; null where the set shows none. */
  others: { who: string; hasFigures: boolean } | null
}

/** Of a path that has ended, and after a loss or a palliative turn, nobody is asked to choose as before. */
export const isChoosing = ({ path }: ShownPath): boolean => path.endedOn === null && path.turnedOn === null

/** The options of each running care path, in the order of its set: no order says which is better. */
export const sheetsOf = (
  voice: Voice,
  paths: readonly ShownPath[],
  similarOf: SimilarOf,
): Promise<OptionSheet[]> =>
  Promise.all(
    paths.filter(isChoosing).map(async (shown) => sheetOf(voice, shown, await similarOf(shown.path.id))),
  )

function sheetOf(voice: Voice, { path, version }: ShownPath, similar: Similar | null): OptionSheet {
  const { set, instruments } = version
  return {
    title: set.title,
    team: path.team,
    phone: path.phone,
    chosen: set.treatmentOptions.find(({ id }) => id === path.treatment)?.title ?? null,
    choices: set.treatmentOptions.map(({ id, title, about }) => ({
      id,
      title,
      about,
      isChosen: id === path.treatment,
      figures: similar ? figuresOf(voice, similar, id) : [],
    })),
    goals: goalsOf([...instruments.values()], path.sent).map(({ words }) => words),
    others: similar && whom(voice, similar),
  }
}

function whom({ language }: Voice, { found }: Similar): OptionSheet['others'] {
  const words = optionWords[language]
  if (!found || found.figures.people === null) return { who: words.noFigures, hasFigures: false }
  return { who: words.who(found.figures.people, ...found.reach.ages), hasFigures: true }
}

/** One sentence for each outcome of people alike who chose this; none where nobody did, or who did may not be told. */
function figuresOf(voice: Voice, { found, outcomes }: Similar, option: string): string[] {
  return (found?.figures.outcomes ?? []).flatMap(({ id, rows }) => {
    const fared = rows.find((row) => row.option === option)
    const title = outcomes.find((outcome) => outcome.id === id)?.title
    return fared && title ? [faring(voice, told(voice, title), fared)] : []
  })
}

function faring({ language }: Voice, outcome: string, { change, better }: Fared): string {
  const words = optionWords[language]
  const shares = change?.shares
  if (!shares || isAllTogether(shares)) return words.fewFigures(outcome)
  const counts = ofHundred([...shares.shares, shares.together || null])
  const parts = counts.flatMap((count, place) =>
    count > 0 ? [words.part(count, words.parts[place] ?? '')] : [],
  )
  const likely = better ? ` ${words.likely(Math.round(better.low * 100), Math.round(better.high * 100))}` : ''
  return `${words.ofHundred(outcome, listed(parts, language))}${likely}`
}
