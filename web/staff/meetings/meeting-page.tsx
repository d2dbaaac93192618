import './meetings.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { Meeting } from '../../../core/meetings/meeting.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Page } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { Agenda } from './agenda.tsx'
import { Attendance } from './attendance.tsx'
import { useEnding } from './ending.ts'
import { kindWords } from './kind-words.ts'
import { hasMinutes, Minutes } from './minutes.tsx'
import { Proposals } from './proposals.tsx'
import { meeting as meetingQuery } from './queries.ts'
import { roomWords } from './room-words.ts'
import { ProposedSubjects } from './subjects.tsx'

const route = getRouteApi('/shell/staff/meetings/$meetingId')

/** One meeting: its list and who comes; afterwards its minutes. */
export function MeetingPage() {
  const say = useWords(roomWords)
  const format = useFormats()
  const { meetingId } = route.useParams()
  const { data: meeting } = useSuspenseQuery(meetingQuery(meetingId))
  const { title, startsAt, minutes, closedAt, chair } = meeting
  const { kinds } = useWords(kindWords)
  const about = [
    kinds[meeting.kind],
    say.when(format.dayTime(startsAt), minutes),
    say.chairedBy(chair.name),
    closedAt ? say.closed(format.dayTime(closedAt)) : '',
  ]
  return (
    <Page title={title} about={about.filter(Boolean).join(' · ')} aside={<Ways meeting={meeting} />}>
      <div className="meetings">
        <div>
          {closedAt ? null : <Agenda meeting={meeting} />}
          <Minutes meeting={meeting} />
        </div>
        <div className="meeting-side">
          <Attendance meeting={meeting} />
          {meeting.ofTeam && meeting.mayWrite && !closedAt ? <Proposed meeting={meeting} /> : null}
        </div>
      </div>
    </Page>
  )
}

const Proposed = ({ meeting: { id, kind } }: { meeting: Meeting }) =>
  kind === 'mdo' ? <Proposals meetingId={id} /> : <ProposedSubjects meetingId={id} />

function Ways({ meeting }: { meeting: Meeting }) {
  const say = useWords(roomWords)
  const ending = useEnding(meeting.id)
  const { id, closedAt, items, me, chair } = meeting
  return (
    <p className="meeting-ways">
      {closedAt === null && items.length > 0 ? (
        <Link
          className={buttonClass('primary', 'page')}
          to="/staff/meetings/$meetingId/room"
          params={{ meetingId: id }}
        >
          {say.start}
        </Link>
      ) : null}
      {hasMinutes(meeting) ? (
        <Button size="page" onClick={() => window.print()}>
          {say.print}
        </Button>
      ) : null}
      {closedAt === null && me === chair.id ? (
        <Button size="page" disabled={ending.isPending} onClick={ending.begin}>
          {say.end}
        </Button>
      ) : null}
    </p>
  )
}
