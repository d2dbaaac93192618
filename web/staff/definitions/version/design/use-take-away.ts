import { notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import type { OutcomeSet } from '../../../../../core/outcome-sets/outcome-set.ts'
import { useWords } from '../../../../kit/words.tsx'
import { showUndo } from '../../../undo.tsx'
import { partWords } from './parts/part-words.ts'

const NOTICE = 'taken-away'

/** Changes to a set; what was taken away can be put back until the next change, which would be lost with it. */
export function useTakeAway(set: OutcomeSet, change: (set: OutcomeSet) => void) {
  const say = useWords(partWords)
  useEffect(
    () => () => {
      notifications.hide(NOTICE)
    },
    [],
  )
  const take = (next: OutcomeSet) => {
    notifications.hide(NOTICE)
    change(next)
  }
  const takeAway = (next: OutcomeSet, name: string) => {
    take(next)
    showUndo({ id: NOTICE, message: say.away(name), undo: () => change(set) })
  }
  return { take, takeAway }
}
