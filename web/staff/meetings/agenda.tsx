import { useState } from 'react'
import type { AgendaItem, Meeting } from '../../../core/meetings/meeting.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { State } from '../../kit/status.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { usePersonWords } from '../person.ts'
import { showUndo } from '../undo.tsx'
import { Asked } from './asked.tsx'
import { useCalled } from './called.ts'
import { kindWords } from './kind-words.ts'
import { PrepareDialog } from './prepare-dialog.tsx'
import { order, unlist, useAct } from './queries.ts'
import { relist } from './relist.ts'
import { roomWords } from './room-words.ts'
import { OwnSubject } from './subjects.tsx'
import { words } from './words.ts'

const SIGNS = { open: 'open', decided: 'half', confirmed: 'done', postponed: 'dash' } as const
const TONES = { open: 'quiet', decided: 'watch', confirmed: 'better', postponed: 'quiet' } as const

/** Who or what is talked about, in which order. */
export function Agenda({ meeting }: { meeting: Meeting }) {
  const say = useWords(roomWords)
  const { problems, orderedNow } = useWords(words)
  const back = useAct(order, problems)
  const arrange = useAct(order, problems, (_, { was }: { id: string; itemIds: string[]; was: string[] }) => {
    const undo = () => back.mutate({ id: meeting.id, itemIds: was })
    showUndo({ id: `order ${meeting.id}`, message: orderedNow, undo })
  })
  const kinds = useWords(kindWords)
  const { id, items, kind, mayWrite } = meeting
  const isMdo = kind === 'mdo'
  const move = (place: number, by: number) => {
    const was = items.map((item) => item.id)
    const itemIds = [...was]
    const [moved] = itemIds.splice(place, 1)
    if (moved) itemIds.splice(place + by, 0, moved)
    arrange.mutate({ id, itemIds, was })
  }
  return (
    <Section
      title={isMdo ? say.list : kinds.agenda}
      about={isMdo ? say.listAbout(items.length) : kinds.subjects(items.length)}
    >
      {items.length === 0 ? <p className="quiet">{isMdo ? say.empty : kinds.empty}</p> : null}
      <ol className="agenda">
        {items.map((item, place) => (
          <Row
            key={item.id}
            meeting={meeting}
            item={item}
            up={place > 0 ? () => move(place, -1) : null}
            down={place < items.length - 1 ? () => move(place, 1) : null}
            busy={arrange.isPending}
          />
        ))}
      </ol>
      {!isMdo && mayWrite ? <OwnSubject meeting={meeting} /> : null}
    </Section>
  )
}

type RowProps = {
  meeting: Meeting
  item: AgendaItem
  up: (() => void) | null
  down: (() => void) | null
  busy: boolean
}

function Row({ meeting, item, up, down, busy }: RowProps) {
  const say = useWords(roomWords)
  const { states, problems, unlistedNow } = useWords(words)
  const [preparing, prepare] = useState(false)
  const called = useCalled()(item)
  const again = useAct(relist, problems)
  const act = useAct(unlist, problems, () => {
    const undo = () => again.mutate({ id: meeting.id, item })
    showUndo({ id: `unlisted ${item.id}`, message: unlistedNow(called), undo })
  })
  const canChange = meeting.mayWrite && (item.state === 'open' || item.state === 'decided')
  return (
    <li>
      <span className="agenda-order">
        {meeting.mayWrite ? (
          <>
            <OrderButton label={say.up(called)} go={up} busy={busy} turned />
            <OrderButton label={say.down(called)} go={down} busy={busy} />
          </>
        ) : null}
      </span>
      <div>
        <p>
          <b>{called}</b> <About item={item} now={meeting.now} />
        </p>
        <Asked item={item} teamId={meeting.team.id} />
        <p className="tiny quiet">{say.by(item.listedBy)}</p>
      </div>
      <div className="agenda-end">
        <State sign={SIGNS[item.state]} tone={TONES[item.state]}>
          {states[item.state]}
        </State>
        {canChange ? (
          <span className="agenda-acts">
            <Button look="text" aria-label={`${say.prepare}: ${called}`} onClick={() => prepare(true)}>
              {say.prepare}
            </Button>
            {item.state === 'open' ? (
              <Button
                look="text"
                aria-label={`${say.off}: ${called}`}
                disabled={act.isPending}
                onClick={() => act.mutate({ id: meeting.id, itemId: item.id })}
              >
                {say.off}
              </Button>
            ) : null}
          </span>
        ) : null}
      </div>
      {preparing ? <PrepareDialog meetingId={meeting.id} item={item} close={() => prepare(false)} /> : null}
    </li>
  )
}

export function About({ item, now }: { item: AgendaItem; now: string }) {
  const person = usePersonWords()
  const format = useFormats()
  const { patient, ages, side, code } = item
  const parts = patient
    ? [person.short(patient, format.isoDay(now)), person.side(side), code]
    : [ages, person.side(side)]
  return <span className="tiny quiet">{parts.filter(Boolean).join(' · ')}</span>
}

type OrderProps = { label: string; go: (() => void) | null; busy: boolean; turned?: boolean }

function OrderButton({ label, go, busy, turned = false }: OrderProps) {
  return (
    <button
      type="button"
      className={turned ? 'order-up' : ''}
      aria-label={label}
      disabled={busy || go === null}
      onClick={() => go?.()}
    >
      <Sign name="chevron" size={12} />
    </button>
  )
}
