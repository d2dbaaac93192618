import type { ReactNode } from 'react'
import type { Draft } from '../../../../../../core/design/draft.ts'
import { wrongBelow } from '../../../../../../core/design/faults.ts'
import type { Field } from '../../../../../../core/design/fields.ts'
import { Button } from '../../../../../kit/button.tsx'
import { useLocal, useWords } from '../../../../../kit/words.tsx'
import { AskedGroup } from './asked-group.tsx'
import { partWords } from './part-words.ts'

type RowsProps = {
  label: string
  hint: string | undefined
  error: string | undefined
  field: Extract<Field, { kind: 'rows' }>
  rows: readonly Draft[]
  change: (rows: Draft[]) => void
  wrong: readonly string[]
  ask: (row: Row) => ReactNode
}
type Row = {
  fields: readonly Field[]
  draft: Draft
  change: (draft: Draft) => void
  wrong: readonly string[]
}

/** The same fields again and again: rows are added, filled in and taken away. */
export function RowsField({ field, rows, change, wrong, ask, error, ...asked }: RowsProps) {
  const say = useWords(partWords)
  const local = useLocal()
  const name = local(field.one)
  return (
    <AskedGroup {...asked} error={rows.length === 0 ? error : undefined}>
      {placed(rows).map(({ row, key }, place) => (
        <fieldset
          className={field.isShort ? 'design-row design-row-short' : 'design-row'}
          key={key}
          aria-label={say.nth(name, place + 1)}
        >
          {ask({
            fields: field.fields(row),
            draft: row,
            change: (next) => change(rows.map((one, at) => (at === place ? next : one))),
            wrong: wrongBelow(wrong, String(place)),
          })}
          <Button
            look="text"
            aria-label={say.removeOf(say.nth(name, place + 1))}
            onClick={() => change(rows.filter((_, at) => at !== place))}
          >
            {say.remove}
          </Button>
        </fieldset>
      ))}
      <Button onClick={() => change([...rows, field.fresh])}>{local(field.add)}</Button>
    </AskedGroup>
  )
}

/** Rows go by their place, anew when one goes. */
const placed = (rows: readonly Draft[]) =>
  rows.map((row, place) => ({ row, key: `${place} of ${rows.length}` }))
