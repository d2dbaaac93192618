import type { PageWords } from '../../../core/answers/page-task.ts'
import type { KeeperState } from '../keeper.ts'
import { find, sayIn } from './parts.ts'

/** A save that takes longer than this is said to be unsent, until it is saved after all. */
const SLOW_MS = 3000

/** Says in words whether what was answered is safe; `asked` tells whether the question on screen has an answer, null beside one. */
export function openKept(words: PageWords, asked: () => boolean | null) {
  let state: KeeperState = 'quiet'
  let isMerged = false
  let slow = 0

  function say() {
    const kept = document.getElementById('kept')
    const isAnswered = asked()
    if (!kept || isAnswered === null) return
    find('#merged').hidden = !isMerged
    if (state === 'offline') sayIn(kept, 'unsent', words.unsent)
    else if (state === 'saved' && isAnswered) sayIn(kept, 'saved', words.saved)
    else sayIn(kept, null)
  }

  function hear(heard: KeeperState) {
    clearTimeout(slow)
    if (heard === 'saving') slow = window.setTimeout(() => hear('offline'), SLOW_MS)
    if (heard !== 'saving' || state !== 'offline') state = heard // it is unsent until it is saved
    say()
  }

  return {
    say,
    hear,
    merge() {
      isMerged = true
      say()
    },
  }
}
