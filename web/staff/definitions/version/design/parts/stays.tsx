import { type Removed, removed } from '../../../../../../core/design/apply.ts'
import type { FormAt } from '../../../../../../core/design/form-at.ts'
import type { Context, InSet } from '../../../../../../core/design/part.ts'
import type { Referrer } from '../../../../../../core/design/referrers.ts'
import { type TakenAlong, takenAlong } from '../../../../../../core/design/take-along.ts'
import type { OutcomeSet } from '../../../../../../core/outcome-sets/outcome-set.ts'
import { Button } from '../../../../../kit/button.tsx'
import { Sign } from '../../../../../kit/symbols.tsx'
import { useWords } from '../../../../../kit/words.tsx'
import { partWords } from './part-words.ts'
import { useReferrerWords } from './referrer-words.ts'

/** Why something cannot be taken away by itself, and what can go along with it. */
export type Why = { why: Exclude<Removed, { set: unknown }>; along: TakenAlong | null }

/** The set without one of its parts, or why it stays. */
export function removedOrWhy(part: InSet, context: Context, id: string): { set: OutcomeSet } | Why {
  const done = removed(part, context, id)
  return 'set' in done ? done : { why: done, along: takenAlong(part, context, id) }
}

type StaysProps = Why & { name: string; lead: (at: FormAt) => void; takeAlong: (set: OutcomeSet) => void }

/** Who still needs what somebody wanted to take away, with a way to each, and a way to take all of it away. */
export function Stays({ why, along, name, lead, takeAlong }: StaysProps) {
  const say = useWords(partWords)
  return (
    <div role="alert" className="design-stays">
      <p className="status worse">
        <Sign name="alert" /> {'isLast' in why ? say.isLast(name) : say.neededBy(name)}
      </p>
      {'isLast' in why ? null : <Needing all={why.neededBy} lead={lead} />}
      {along ? <Along along={along} takeAlong={takeAlong} /> : null}
    </div>
  )
}

function Needing({ all, lead }: { all: readonly Referrer[]; lead: (at: FormAt) => void }) {
  const say = useWords(partWords)
  const { one: words } = useReferrerWords()
  return (
    <ul>
      {all.map((one) => {
        const { at } = one
        return (
          <li key={words(one)}>
            <span>{words(one)}</span>
            {at ? (
              <Button look="text" aria-label={say.openOf(words(one))} onClick={() => lead(at)}>
                {say.open}
              </Button>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

type AlongProps = Pick<StaysProps, 'takeAlong'> & { along: TakenAlong }

function Along({ along: { set, gone, changed }, takeAlong }: AlongProps) {
  const say = useWords(partWords)
  const { one } = useReferrerWords()
  return (
    <>
      {gone.length > 0 ? <p>{say.alongGone(gone.map(one).join(', '))}</p> : null}
      {changed.length > 0 ? <p>{say.alongChanged(changed.map(one).join(', '))}</p> : null}
      <Button onClick={() => takeAlong(set)}>{gone.length > 0 ? say.allAway : say.awayEverywhere}</Button>
    </>
  )
}
