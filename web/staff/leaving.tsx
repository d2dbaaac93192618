import { useBlocker } from '@tanstack/react-router'
import type { Words } from '../../core/words.ts'
import { Button } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { useWords } from '../kit/words.tsx'

const leavingWords = {
  nl: {
    title: 'Weg van deze pagina?',
    about: 'Wat u hier wijzigde, is nog niet bewaard.',
    stay: 'Blijf hier',
    go: 'Ga weg zonder bewaren',
  },
  en: {
    title: 'Leave this page?',
    about: 'What you changed here is not saved yet.',
    stay: 'Stay here',
    go: 'Leave without saving',
  },
} satisfies Words<unknown>

/** Asks whoever goes elsewhere, or closes the window, while something on this page is not stored. */
export function Leaving({ isChanged }: { isChanged: boolean }) {
  const say = useWords(leavingWords)
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => isChanged,
    enableBeforeUnload: isChanged,
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <Dialog title={say.title} closeLabel={say.stay} close={reset}>
      <p>{say.about}</p>
      <p className="dialog-acts">
        <Button look="primary" size="page" onClick={reset}>
          {say.stay}
        </Button>
        <Button look="text" onClick={proceed}>
          {say.go}
        </Button>
      </p>
    </Dialog>
  )
}
