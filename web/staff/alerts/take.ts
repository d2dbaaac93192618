import { useWords } from '../../kit/words.tsx'
import { showUndo } from '../undo.tsx'
import { useAct } from './acts.ts'
import { giveBack, takeAlert } from './queries.ts'
import { words } from './words.ts'

/** Takes an alert up; for ten seconds it can be given back. */
export function useTake(name: string) {
  const say = useWords(words)
  const back = useAct(giveBack)
  return useAct(takeAlert, (alertId) =>
    showUndo({ id: `taken ${alertId}`, message: say.takenNow(name), undo: () => back.mutate(alertId) }),
  )
}
