import './meetings.css'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { MeetingRow } from '../../../core/meetings/meeting.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Page, Section } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { me as meQuery } from '../queries.ts'
import { kindWords } from './kind-words.ts'
import { MyActions } from './my-actions.tsx'
import { PlanDialog } from './plan-dialog.tsx'
import { meetingList } from './queries.ts'
import { words } from './words.ts'

/** The meetings of the reader's teams, and what the reader does because of them. */
export function MeetingsPage() {
  const say = useWords(words)
  const { data } = useSuspenseQuery(meetingList)
  const { data: me } = useSuspenseQuery(meQuery)
  const mayPlan = me.permissions.includes('meetings:write')
  const [planning, setPlanning] = useState(false)
  const coming = data.meetings.filter(({ closedAt }) => closedAt === null).toReversed()
  const past = data.meetings.filter(({ closedAt }) => closedAt !== null)
  return (
    <Page
      title={say.title}
      about={say.about}
      aside={
        mayPlan ? (
          <p className="meeting-ways">
            <Button look="primary" size="page" onClick={() => setPlanning(true)}>
              {say.plan}
            </Button>
          </p>
        ) : null
      }
    >
      <div className="meetings meeting-lists">
        <Section title={say.coming}>
          {coming.length === 0 ? <p className="quiet">{say.noneComing}</p> : <Rows rows={coming} />}
        </Section>
        {mayPlan ? (
          <div className="meeting-mine">
            <MyActions now={data.now} />
          </div>
        ) : null}
        <Section title={say.past}>
          {past.length === 0 ? <p className="quiet">{say.nonePast}</p> : <Rows rows={past} />}
        </Section>
      </div>
      {planning ? <PlanDialog now={data.now} close={() => setPlanning(false)} /> : null}
    </Page>
  )
}

const Rows = ({ rows }: { rows: readonly MeetingRow[] }) => (
  <ul className="meeting-rows">
    {rows.map((row) => (
      <Row key={row.id} row={row} />
    ))}
  </ul>
)

function Row({ row }: { row: MeetingRow }) {
  const say = useWords(words)
  const format = useFormats()
  const { kinds, subjects } = useWords(kindWords)
  const { id, kind, title, startsAt, chair, isMember, items, confirmed, closedAt } = row
  const about = [
    kinds[kind],
    isMember ? '' : say.notMember,
    say.chair(chair),
    closedAt && items > 0
      ? say.confirmed(confirmed, items)
      : kind === 'mdo'
        ? say.items(items)
        : subjects(items),
  ]
  return (
    <li>
      <span className="meeting-when">{format.dayTime(startsAt)}</span>
      <span>
        {isMember ? (
          <Link to="/staff/meetings/$meetingId" params={{ meetingId: id }}>
            {title}
          </Link>
        ) : (
          title
        )}
        <span className="meeting-about">{about.filter(Boolean).join(' · ')}</span>
      </span>
    </li>
  )
}
