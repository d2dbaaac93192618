import { daysOver } from '../../../core/consult/board.ts'
import { State } from '../../kit/status.tsx'
import { useWords } from '../../kit/words.tsx'
import { words } from './words.ts'

const WIDTH = 160

/** How long somebody has been in a stage, against its norm: a bar with the norm in the middle, and words. */
export function Stay({ days, norm }: { days: number | null; norm: number | undefined }) {
  const say = useWords(words)
  if (days === null) return <p className="quiet">{say.notStarted}</p>
  if (norm === undefined) return <p className="quiet">{say.noNorm(say.days(days))}</p>
  const over = daysOver({ days }, norm)
  const middle = WIDTH / 2
  const x = norm === 0 ? WIDTH : Math.min((days / norm) * middle, WIDTH)
  return (
    <>
      <svg className="board-stay" viewBox={`0 0 ${WIDTH} 8`} preserveAspectRatio="none" aria-hidden="true">
        <rect className="lane" y="3" width={WIDTH} height="2" />
        <rect className="past" y="2" width={Math.min(x, middle)} height="4" />
        {over > 0 ? <rect className="late" x={middle} y="2" width={x - middle} height="4" /> : null}
        <rect className="norm" x={middle} width="1" height="8" />
      </svg>
      <p>
        <State sign={over > 0 ? 'diamond' : 'open'} tone={over > 0 ? 'watch' : 'quiet'}>
          {over > 0 ? say.over(days, over) : say.within(days)}
        </State>
      </p>
    </>
  )
}
