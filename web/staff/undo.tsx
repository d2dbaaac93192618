import './undo.css'
import { notifications } from '@mantine/notifications'
import type { Words } from '../../core/words.ts'
import { Button } from '../kit/button.tsx'
import { useWords } from '../kit/words.tsx'

const undoWords = {
  nl: { undo: 'Ongedaan maken' },
  en: { undo: 'Undo' },
} satisfies Words<unknown>

export const LONG_ENOUGH = 10_000 // milliseconds to see that it was the wrong one

/** Says what was done, and for ten seconds offers to take it back. */
export function showUndo({ id, message, undo }: { id: string; message: string; undo: () => void }) {
  const takeBack = () => {
    notifications.hide(id)
    undo()
  }
  notifications.show({
    id,
    autoClose: LONG_ENOUGH,
    message: (
      <span className="undo">
        {message} <UndoButton takeBack={takeBack} />
      </span>
    ),
  })
}

function UndoButton({ takeBack }: { takeBack: () => void }) {
  const { undo } = useWords(undoWords)
  return <Button onClick={takeBack}>{undo}</Button>
}
