import { scoreLine } from '../../../core/change/stretches.ts'
import type { TrendPoint } from '../../../core/change/trend.ts'
import type { OnePager, Panel, PlanRow } from '../../../core/consult/one-pager.ts'
import { useWords } from '../../kit/words.tsx'
import { chartWords } from './chart-words.ts'
import { planWords } from './plan-words.ts'

type Score = Extract<TrendPoint, { kind: 'score' }>
type Way = { byOther?: true; line: string; mark?: string; note?: string }

export type Ways = {
  /** How a score came about, for the picture and for the table. */
  of: (point: Score, panel: Panel) => Way
  /** What the marks in the picture mean; empty where everything came about in one way. */
  legend: string
}

export function useWays(page: OnePager): Ways {
  const { ways } = useWords(chartWords)
  const { respondent, mode } = useWords(planWords)
  return waysIn(page, { ...ways, respondent, mode })
}

type Say = (typeof chartWords)['nl']['ways'] & {
  respondent: Readonly<Record<string, string>>
  mode: Readonly<Record<string, string>>
}

/** By whom, on what and by which way of calculating each score came about. Marked is only what differs within the picture. */
export function waysIn({ plan, panels }: Pick<OnePager, 'plan' | 'panels'>, say: Say): Ways {
  const rows = new Map(plan.map((row) => [row.assessmentId, row]))
  const used = panels.flatMap((panel) => scoresOf(panel).map((score) => rows.get(score.assessmentId)?.mode))
  const modes = [...new Set(used)].filter((mode) => typeof mode === 'string')
  const lettered = modes.length > 1 ? modes.filter((mode) => mode !== OWN_SCREEN) : []
  return {
    of(point, panel) {
      const row = rows.get(point.assessmentId)
      const isNewer = newerIn(panel).includes(point)
      const letter = lettered.find((mode) => mode === row?.mode)
      return {
        line: scoreLine(point) ?? '',
        ...(point.byProxy ? { byOther: true } : {}),
        ...spoken('mark', [letter && say.letter[letter], isNewer && say.version(point.scoringVersion)], ' '),
        ...spoken(
          'note',
          [...notesOf(row, say), isVersioned(panel) && say.scoredBy(point.scoringVersion)],
          ', ',
        ),
      }
    },
    legend: [
      plan.some(({ respondent }) => respondent === 'proxy') && say.byOthers,
      lettered.length > 0 && sayLetters(lettered, modes.includes(OWN_SCREEN), say),
      sayVersions(panels.flatMap(newerIn), say),
    ]
      .filter(Boolean)
      .join(' '),
  }
}

const OWN_SCREEN = 'web'

const notesOf = (row: PlanRow | undefined, say: Say) => [
  row?.respondent && row.respondent !== 'patient' && say.respondent[row.respondent],
  row?.mode && row.mode !== OWN_SCREEN && say.mode[row.mode],
]

const sayLetters = (modes: readonly string[], hasOwn: boolean, { letter, letters, mode: how }: Say) =>
  letters(
    modes.map((mode) => `${letter[mode]} ${how[mode]}`).join(', '),
    hasOwn ? (how[OWN_SCREEN] ?? '') : '',
  )

const sayVersions = (newer: readonly Score[], { version, versions }: Say) => {
  const marks = [...new Set(newer.map(({ scoringVersion }) => version(scoringVersion)))]
  return marks.length > 0 && versions(marks.join(', '))
}

const scoresOf = ({ trend }: Panel): Score[] => trend.points.filter((point) => point.kind === 'score')

/** Scores that were calculated in another way than the one before. */
const newerIn = (panel: Panel): Score[] =>
  scoresOf(panel).filter(
    ({ scoringVersion }, place, all) => place > 0 && scoringVersion !== all[place - 1]?.scoringVersion,
  )

const isVersioned = (panel: Panel) => newerIn(panel).length > 0

const spoken = <Key extends string>(key: Key, parts: readonly unknown[], between: string) => {
  const said = parts.filter(Boolean).join(between)
  return (said ? { [key]: said } : {}) as { [K in Key]?: string }
}
