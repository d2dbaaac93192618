import { moved } from '../../../../../../core/design/apply.ts'
import type { Context, Listed as ListedPart } from '../../../../../../core/design/part.ts'
import { Button } from '../../../../../kit/button.tsx'
import { Section } from '../../../../../kit/frame.tsx'
import { useLocal, useWords } from '../../../../../kit/words.tsx'
import { ListedDialog } from './listed-dialog.tsx'
import { Order } from './order.tsx'
import { partWords } from './part-words.ts'
import { closing, type PartProps } from './ways.ts'

type ListedProps = PartProps & { part: ListedPart }

/** A list of a set: each in its order with a line about it, and a way to change it and to add one. */
export function Listed({ part, opened, open, ...rest }: ListedProps) {
  const { context, change } = rest
  const say = useWords(partWords)
  const local = useLocal()
  const all = part.read(context.set)
  return (
    <Section title={local(part.title)}>
      <p className="quiet">{local(part.about)}</p>
      {all.length === 0 ? <p>{say.none}</p> : null}
      <ol className="design-list">
        {all.map((one, place) => (
          <li key={one.id}>
            <Line part={part} one={one} context={context} />
            <span className="design-keys">
              <Order
                name={local(one.title)}
                place={place}
                count={all.length}
                move={(by) => change(moved(part, context, one.id, by))}
              />
              <Button look="text" aria-label={say.changeOf(local(one.title))} onClick={() => open(one.id)}>
                {say.change}
              </Button>
            </span>
          </li>
        ))}
      </ol>
      <Button onClick={() => open('')}>{local(part.add)}</Button>
      {opened === null ? null : (
        <ListedDialog
          key={opened}
          part={part}
          id={opened || null}
          {...rest}
          {...closing(rest, () => open(null))}
        />
      )}
    </Section>
  )
}

type LineProps = { part: ListedPart; one: ReturnType<ListedPart['read']>[number]; context: Context }

function Line({ part, one, context }: LineProps) {
  const local = useLocal()
  const about = part.line?.(one, context)
  return (
    <span>
      <b>{local(one.title)}</b>
      {about ? <span className="table-about">{local(about)}</span> : null}
    </span>
  )
}
