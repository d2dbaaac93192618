import { notifications } from '@mantine/notifications'
import { useWords } from '../../kit/words.tsx'
import { showUndo } from '../undo.tsx'
import { enterStage, useAct, withdrawStage } from './queries.ts'
import { words } from './words.ts'

/** A patient enters a stage; for ten seconds it can be taken back, unless it stood there already. */
export function useEnterStage(said: string, problems: Record<string, string>) {
  const say = useWords(words)
  const back = useAct(withdrawStage, say.stageTakenBack, problems)
  return useAct(
    enterStage,
    ({ stageEntryId: entryId, isNew }, { id }) =>
      isNew
        ? showUndo({ id: `stage ${entryId}`, message: said, undo: () => back.mutate({ id, entryId }) })
        : notifications.show({ message: said, withCloseButton: false }),
    problems,
  )
}
