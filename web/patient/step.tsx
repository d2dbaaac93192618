import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

type Props = {
  back: string
  onBack(): void
  /** How much is left, in words. */
  says: string
  /** How much is done, from 0 to 1. */
  share: number
  go: string
  onGo(): void
  skip?: string | null
  onSkip?: () => void
  /** What every page says about itself: that it is an example, that nobody has checked its words. */
  foot: readonly (string | null)[]
  children: ReactNode
}

/** One page of the way: back, what is left, one thing to do, one filled button. */
export function Step({ back, onBack, says, share, go, onGo, skip, onSkip, foot, children }: Props) {
  const percent = Math.round(share * 100)
  return (
    <div className="page">
      <header>
        <div className="minutes">
          <button type="button" className="tool back" onClick={onBack}>
            <Icon name="back" />
            {back}
          </button>
          <span id="left">{says}</span>
        </div>
        <div
          className="bar"
          role="progressbar"
          aria-labelledby="left"
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
        >
          <i style={{ width: `${percent}%` }} />
        </div>
      </header>
      <main className="fill">
        {children}
        <div className="end">
          <button type="button" className="go" onClick={onGo}>
            {go}
          </button>
          {skip ? (
            <p className="near middle">
              <button type="button" className="tool" onClick={onSkip}>
                {skip}
              </button>
            </p>
          ) : null}
        </div>
      </main>
      {foot.some(Boolean) ? (
        <footer className="foot">{foot.map((text) => (text ? <p key={text}>{text}</p> : null))}</footer>
      ) : null}
    </div>
  )
}
