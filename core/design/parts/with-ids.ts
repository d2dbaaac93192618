import { freshId } from '../change-set.ts'
import { type Draft, textAt } from '../draft.ts'

/** Rows go by an id (or a `key` of that kind) from their English title, which they keep when their words change. */
export function withIds(draft: Draft, at: string, key = 'id'): Draft {
  const rows = (draft[at] ?? []) as Draft[]
  const taken = rows.flatMap((row) => (typeof row[key] === 'string' ? [{ id: row[key] }] : []))
  const named = rows.map((row) => {
    if (typeof row[key] === 'string') return row
    const id = freshId(textAt(row, 'title.en'), taken)
    taken.push({ id })
    return { [key]: id, ...row }
  })
  return { ...draft, [at]: named }
}
