import { type ReactNode, useEffect, useRef } from 'react'
import type { Draft } from '../../../../../../core/design/draft.ts'
import { wrongBelow } from '../../../../../../core/design/faults.ts'
import type { Field } from '../../../../../../core/design/fields.ts'
import type { Localised } from '../../../../../../core/words.ts'
import { Button } from '../../../../../kit/button.tsx'
import { useLocal, useWords } from '../../../../../kit/words.tsx'
import { AskedGroup } from './asked-group.tsx'
import { Order } from './order.tsx'
import { partWords } from './part-words.ts'
import { swapped, useRowKeys } from './use-row-keys.ts'

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

/** The same fields again and again: rows are added, filled in, put in order and taken away. */
export function RowsField({ field, rows, change, wrong, ask, error, ...asked }: RowsProps) {
  const local = useLocal()
  const { keys, added, removed, moved } = useRowKeys(rows.length)
  const { list, add, goTo } = useRowFocus()
  return (
    <AskedGroup {...asked} error={rows.length === 0 ? error : undefined}>
      <div ref={list}>
        {rows.map((row, place) => (
          <OneRow
            key={keys[place]}
            name={local(field.one)}
            title={local((row.title ?? NOTHING) as Localised)}
            field={field}
            place={place}
            count={rows.length}
            remove={() => {
              removed(place)
              change(rows.filter((_, at) => at !== place))
              goTo('add')
            }}
            move={(by) => {
              moved(place, by)
              change(swapped(rows, place, by))
            }}
          >
            {ask({
              fields: field.fields(row),
              draft: row,
              change: (next) => change(rows.map((one, at) => (at === place ? next : one))),
              wrong: wrongBelow(wrong, String(place)),
            })}
          </OneRow>
        ))}
      </div>
      {rows.length < (field.most ?? Number.POSITIVE_INFINITY) ? (
        <Button
          ref={add}
          onClick={() => {
            added()
            change([...rows, field.fresh])
            goTo('row')
          }}
        >
          {local(field.add)}
        </Button>
      ) : null}
    </AskedGroup>
  )
}

const NOTHING = { nl: '', en: '' }

type OneProps = {
  name: string
  /** What stands in it, where it has a name. */
  title: string
  field: RowsProps['field']
  place: number
  count: number
  remove: () => void
  move: (by: -1 | 1) => void
  children: ReactNode
}

function OneRow({ name, title, field, place, count, remove, move, children }: OneProps) {
  const say = useWords(partWords)
  const called = say.nth(name, place + 1)
  return (
    <fieldset className={field.isShort ? 'design-row design-row-short' : 'design-row'} aria-label={called}>
      {children}
      <span className="design-keys">
        {field.ordered ? <Order name={title || called} place={place} count={count} move={move} /> : null}
        <Button look="text" aria-label={say.removeOf(called)} onClick={remove}>
          {say.remove}
        </Button>
      </span>
    </fieldset>
  )
}

/** Who adds a row goes on in it; who takes one away stays at the list. */
function useRowFocus() {
  const list = useRef<HTMLDivElement>(null)
  const add = useRef<HTMLButtonElement>(null)
  const wanted = useRef<'row' | 'add' | null>(null)
  useEffect(() => {
    if (wanted.current === 'add') add.current?.focus()
    const last = list.current?.lastElementChild?.querySelector('input, select, textarea')
    if (wanted.current === 'row' && last instanceof HTMLElement) last.focus()
    wanted.current = null
  })
  const goTo = (place: 'row' | 'add') => {
    wanted.current = place
  }
  return { list, add, goTo }
}
