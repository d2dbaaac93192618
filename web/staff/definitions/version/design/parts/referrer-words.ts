import type { Referrer } from '../../../../../../core/design/referrers.ts'
import { useLocal, useWords } from '../../../../../kit/words.tsx'
import { partWords } from './part-words.ts'

const MOST = 5

/** Things of a set in words: what they are and what they are called. */
export function useReferrerWords() {
  const say = useWords(partWords)
  const local = useLocal()
  const one = ({ kind, title }: Referrer) => (title ? `${local(kind)} “${local(title)}”` : local(kind))
  /** The first few by name. */
  const some = (all: readonly Referrer[]) =>
    [...all.slice(0, MOST).map(one), ...(all.length > MOST ? [say.more(all.length - MOST)] : [])].join(', ')
  return { one, some }
}
