import './undo.css'
import { notifications } from '@mantine/notifications'
import { Button } from '../kit/button.tsx'

const LONG_ENOUGH = 10_000 // milliseconds to see that it was the wrong one

/** Says what was done, and for ten seconds offers to take it back. */
export function showUndo({
  id,
  message,
  label,
  undo,
}: {
  id: string
  message: string
  label: string
  undo: () => void
}) {
  const takeBack = () => {
    notifications.hide(id)
    undo()
  }
  notifications.show({
    id,
    autoClose: LONG_ENOUGH,
    message: (
      <span className="undo">
        {message} <Button onClick={takeBack}>{label}</Button>
      </span>
    ),
  })
}
