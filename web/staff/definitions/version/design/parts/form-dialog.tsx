import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '../../../../../kit/button.tsx'
import { Dialog } from '../../../../../kit/dialog.tsx'
import { Sign } from '../../../../../kit/symbols.tsx'
import { useWords } from '../../../../../kit/words.tsx'
import { partWords } from './part-words.ts'

type FormDialogProps = {
  title: string
  close: () => void
  /** `changed` is told once something is filled in; `leave` goes elsewhere, and asks first where there is. */
  children: (changed: () => void, leave: (go: () => void) => void) => ReactNode
}

/** A form in a window: whoever leaves it with something filled in, by Escape or a click beside it, is asked first. */
export function FormDialog({ title, close, children }: FormDialogProps) {
  const say = useWords(partWords)
  const [isChanged, setChanged] = useState(false)
  const [asks, setAsks] = useState<{ go: () => void } | null>(null)
  useAskedBeforeUnload(isChanged)
  const leave = (go: () => void) => (isChanged ? setAsks({ go }) : go())
  return (
    <Dialog title={title} closeLabel={say.cancel} size="lg" close={() => leave(close)}>
      {children(() => setChanged(true), leave)}
      {asks ? <Leaving stay={() => setAsks(null)} go={asks.go} /> : null}
    </Dialog>
  )
}

function Leaving({ stay, go }: { stay: () => void; go: () => void }) {
  const say = useWords(partWords)
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const before = document.activeElement
    first.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <div role="alert" className="design-stays design-leaving">
      <p className="status worse">
        <Sign name="alert" /> {say.leaving}
      </p>
      <p className="version-keys">
        <Button look="soft" onClick={stay} ref={first}>
          {say.stay}
        </Button>
        <Button look="text" onClick={go}>
          {say.giveUp}
        </Button>
      </p>
    </div>
  )
}

/** The browser asks whoever closes the window: what stands in the form is nowhere else yet. */
function useAskedBeforeUnload(isChanged: boolean) {
  useEffect(() => {
    if (!isChanged) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isChanged])
}
