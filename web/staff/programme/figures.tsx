import type { Move } from '../../../core/figures/funnel.ts'
import type { ProgrammeTeam } from '../../../core/figures/programme.ts'
import { ChartFigure } from '../../kit/charts/figure.tsx'
import { Fit } from '../../kit/charts/fit.tsx'
import { type ShareDot, ShareDots, ShareDotsTable } from '../../kit/charts/share-dots.tsx'
import { useWords } from '../../kit/words.tsx'
import { words } from './words.ts'

export type Soul = 'started' | 'discussed'

/** What is usual where nobody looks after it (start and use of outcome questionnaires in Dutch practice). */
const ELSEWHERE: Record<Soul, number> = { started: 0.37, discussed: 0.15 }
const MOVES: readonly Move[] = ['higher', 'lower', 'no-signal', 'too-few']

/** One of the two figures, a line per team. */
export function TeamShares({
  teams,
  soul,
  shortcut,
}: {
  teams: readonly ProgrammeTeam[]
  soul: Soul
  shortcut: string
}) {
  const say = useWords(words)
  const sentence = MOVES.flatMap((move) => {
    const moved = teams.filter((team) => team[soul].move === move)
    if (moved.length === 0) return []
    return moved.length === teams.length
      ? [say.all[move]]
      : [say.moved(move, moved.map(nameOf(teams)).join(', '))]
  }).join(' ')
  const reference = { at: ELSEWHERE[soul], label: say[soul].reference }
  const rows = teams.map((team) => rowOf(team, nameOf(teams)(team), soul))
  return (
    <ChartFigure
      title={say[soul].title}
      sentence={sentence}
      shortcut={shortcut}
      table={<ShareDotsTable sentence={sentence} rows={rows} reference={reference} />}
      foot={say.foot}
    >
      <Fit first={560}>
        {(width) => <ShareDots sentence={sentence} rows={rows} reference={reference} width={width} />}
      </Fit>
    </ChartFigure>
  )
}

/** A team by its name; with its organisation where more than one stands here. */
const nameOf = (teams: readonly ProgrammeTeam[]) => {
  const several = new Set(teams.map(({ organisation }) => organisation)).size > 1
  return ({ name, organisation }: ProgrammeTeam) => (several ? `${name}, ${organisation}` : name)
}

function rowOf(team: ProgrammeTeam, label: string, soul: Soul): ShareDot {
  const { now, before } = team[soul]
  return {
    id: team.id,
    label,
    now: now?.share ? { ...now.share, n: now.n, of: now.of } : null,
    before: before?.share?.value ?? null,
  }
}
