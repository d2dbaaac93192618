import type { Removed } from '../../../../../../core/design/apply.ts'
import type { Referrer } from '../../../../../../core/design/referrers.ts'
import { useLocal, useWords } from '../../../../../kit/words.tsx'
import { partWords } from './part-words.ts'

const MOST = 5

/** Things of a set in words: what they are and what they are called, the first few by name. */
export function useReferrerWords() {
  const say = useWords(partWords)
  const local = useLocal()
  const one = ({ kind, title }: Referrer) => (title ? `${local(kind)} “${local(title)}”` : local(kind))
  return (all: readonly Referrer[]) =>
    [...all.slice(0, MOST).map(one), ...(all.length > MOST ? [say.more(all.length - MOST)] : [])].join(', ')
}

/** Why something of a set cannot be taken away. */
export function useWhyNot() {
  const say = useWords(partWords)
  const words = useReferrerWords()
  return (name: string, done: Exclude<Removed, { set: unknown }>) =>
    'isLast' in done ? say.isLast(name) : say.neededBy(name, words(done.neededBy))
}
