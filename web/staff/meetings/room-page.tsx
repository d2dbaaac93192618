import './meetings.css'
import './room.css'
import '../patient/patient.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { Meeting } from '../../../core/meetings/meeting.ts'
import { useTitle } from '../../kit/frame.tsx'
import { useShortcuts } from '../../kit/shortcuts.ts'
import { useWords } from '../../kit/words.tsx'
import { useCalled } from './called.ts'
import { meeting as meetingQuery } from './queries.ts'
import { RoomDecision } from './room-decision.tsx'
import { RoomHead } from './room-head.tsx'
import { RoomPatient } from './room-patient.tsx'
import { RoomSubject } from './room-subject.tsx'
import { roomWords } from './room-words.ts'

const route = getRouteApi('/shell/staff/meetings/$meetingId/room')

/** The meeting itself, for a beamer: the list, one patient or subject, and what is decided, side by side. */
export function RoomPage() {
  const { meetingId } = route.useParams()
  const { item: wanted } = route.useSearch()
  const { data: meeting } = useSuspenseQuery(meetingQuery(meetingId))
  const navigate = useNavigate()
  useTitle(meeting.title)
  const { items } = meeting
  const first = Math.max(
    items.findIndex(({ state }) => state === 'open' || state === 'decided'),
    0,
  )
  const known = items.findIndex(({ id }) => id === wanted)
  const at = known < 0 ? first : known
  const item = items[at]
  const go = (place: number) => {
    const next = items[place]
    if (next)
      void navigate({
        to: '/staff/meetings/$meetingId/room',
        params: { meetingId },
        search: { item: next.id },
        replace: true,
      })
  }
  const leave = () => void navigate({ to: '/staff/meetings/$meetingId', params: { meetingId } })
  const walk = { j: () => go(at + 1), k: () => go(at - 1) }
  useShortcuts({ ...walk, ArrowRight: walk.j, ArrowLeft: walk.k, u: leave })
  return (
    <div className="room">
      <RoomHead key={item?.id} meeting={meeting} leave={leave} />
      <RoomList meeting={meeting} at={at} go={go} />
      {item ? (
        <>
          {item.subject ? (
            <RoomSubject key={`patient ${item.id}`} meeting={meeting} item={item} subject={item.subject} />
          ) : (
            <RoomPatient key={`patient ${item.id}`} meeting={meeting} item={item} />
          )}
          <RoomDecision key={`decision ${item.id}`} meeting={meeting} item={item} next={() => go(at + 1)} />
        </>
      ) : null}
    </div>
  )
}

const MARKS = { open: '·', decided: '◐', confirmed: '✓', postponed: '–' } as const

type ListProps = { meeting: Meeting; at: number; go: (place: number) => void }

function RoomList({ meeting, at, go }: ListProps) {
  const called = useCalled()
  const say = useWords(roomWords)
  return (
    <nav className="room-list" aria-label={say.walk}>
      <ol>
        {meeting.items.map((item, place) => (
          <li key={item.id}>
            <button type="button" aria-current={place === at ? 'true' : undefined} onClick={() => go(place)}>
              <span aria-hidden="true">{MARKS[item.state]}</span>
              <span>
                <b>{place === at || item.subject ? called(item) : item.code}</b>
                <span className="room-question">{item.decision ?? item.question}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
