import { Button } from '../../kit/button.tsx'
import { useWords } from '../../kit/words.tsx'
import type { Entry } from './queries.ts'
import { words } from './words.ts'

type ButtonsProps = { mode: Entry['mode']; isBusy: boolean; differs: boolean; hasOther: boolean }

/** From paper twice, unless somebody decides otherwise; by telephone once. */
export function Buttons({ mode, isBusy, differs, hasOther }: ButtonsProps) {
  const say = useWords(words)
  if (mode === 'phone')
    return (
      <p className="choices">
        <Button type="submit" name="how" value="now" look="primary" size="page" disabled={isBusy}>
          {say.enter}
        </Button>
      </p>
    )
  const [how, label] = differs
    ? (['settled', say.settle] as const)
    : (['check', hasOther ? say.compare : say.check] as const)
  return (
    <p className="choices">
      <Button type="submit" name="how" value={how} look="primary" size="page" disabled={isBusy}>
        {label}
      </Button>
      {differs ? null : (
        <Button type="submit" name="how" value="now" look="text" disabled={isBusy}>
          {say.now}
        </Button>
      )}
    </p>
  )
}
