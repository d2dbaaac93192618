import { appointmentWords } from '../../../core/feeds/appointment-words.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { words } from './aside-words.ts'
import type { Aside, Decision } from './queries.ts'

type Props = { aside: Aside; busy: boolean; decide: (decision: Decision | null) => void }

/** One message that was set aside: why, what differs, and the ways out. */
export function AsideCard({ aside, busy, decide }: Props) {
  const say = useWords(words)
  const { dayTime, time } = useFormats()
  const reasons: Record<string, string> = useWords(appointmentWords).reasons
  return (
    <article className="aside" aria-labelledby={aside.id}>
      <h2 id={aside.id}>{reasons[aside.reason] ?? aside.reason}</h2>
      <p className="quiet">
        {say.patientNumber(aside.patientNumber)}.{' '}
        {aside.appointment ? <Visit visit={aside.appointment} /> : null}
        {aside.event ? <Happened event={aside.event} /> : null}
        {say.received(dayTime(aside.receivedAt), say.sources[aside.source] ?? aside.source)}.
      </p>
      {aside.appointment && aside.appointment.thatDay.length > 0 ? (
        <p>{say.thatDay(aside.appointment.thatDay.map(time).join(', '))}</p>
      ) : null}
      {aside.merge ? <p>{say.twoNumbers(aside.merge.kept, aside.merge.gone)}</p> : null}
      <SideBySide aside={aside} />
      <Ways aside={aside} busy={busy} decide={decide} />
    </article>
  )
}

function Visit({ visit: { number, startsAt, kind, team } }: { visit: NonNullable<Aside['appointment']> }) {
  const say = useWords(words)
  const { day, dayTime } = useFormats()
  const at = hasOffset.test(startsAt)
    ? dayTime(startsAt)
    : `${day(startsAt.slice(0, 10))}, ${startsAt.slice(11, 16)}`
  return <>{`${say.appointment(number, kind, team)}, ${at}. `}</>
}

function Happened({ event: { codes, on } }: { event: NonNullable<Aside['event']> }) {
  const say = useWords(words)
  const { date } = useFormats()
  return <>{`${say.happened(codes, on && date(on))}. `}</>
}

type Side = 'left' | 'right' | 'both'
const sides: readonly Side[] = ['left', 'right', 'both']

/** Without an offset the message's time is the hospital's own clock. */
const hasOffset = /(Z|[+-]\d{2}:\d{2})$/

function SideBySide({ aside: { ours, theirs, merge } }: { aside: Aside }) {
  const say = useWords(words)
  const { date } = useFormats()
  const lines = [
    {
      label: say.fields.name,
      ours: ours && `${ours.givenName} ${ours.familyName}`,
      theirs: theirs && `${theirs.givenName} ${theirs.familyName}`,
    },
    {
      label: say.fields.birthDate,
      ours: ours && date(ours.birthDate),
      theirs: theirs && date(theirs.birthDate),
    },
    {
      label: say.fields.sex,
      ours: ours && (say.sexes[ours.sex] ?? ours.sex),
      theirs: theirs && (say.sexes[theirs.sex] ?? theirs.sex),
    },
    ...(theirs?.deceasedOn
      ? [{ label: say.fields.deceasedOn, ours: null, theirs: date(theirs.deceasedOn) }]
      : []),
  ]
  return (
    <table className="table aside-table">
      <thead>
        <tr>
          <th scope="col">
            <span className="reader-only">{say.title}</span>
          </th>
          <th scope="col">{merge ? say.numbered(merge.kept) : say.ours}</th>
          <th scope="col">{merge ? say.numbered(merge.gone) : say.theirs}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.label}>
            <th scope="row">{line.label}</th>
            <td>{line.ours ?? <span className="quiet">{say.unknown}</span>}</td>
            <td>
              {line.theirs ?? <span className="quiet">{say.untold}</span>}
              {line.theirs && line.ours && line.ours !== line.theirs ? (
                <span className="status watch imports-note">
                  <Sign name="alert" /> {say.differs}
                </span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Ways({ aside: { reason, event }, busy, decide }: Props) {
  const say = useWords(words)
  const way = (label: string, decision: Decision) => (
    <Button key={label} look="soft" disabled={busy} onClick={() => decide(decision)}>
      {label}
    </Button>
  )
  return (
    <div className="aside-keys">
      {reason.endsWith('-differs') || reason.endsWith('-in-doubt')
        ? [way(say.keepOurs, { winner: 'ours' }), way(say.takeTheirs, { winner: 'theirs' })]
        : null}
      {event
        ? event.teams.flatMap((team) =>
            enrolWays(reason, team).map(([side, choice]) => way(say.enrolIn(team.name, side), choice)),
          )
        : null}
      {(reason === 'side-unknown' && !event) || reason === 'event-side'
        ? sides.map((side) => way(say.sides[side], { winner: 'ours', side }))
        : null}
      {reason === 'two-records' ? way(say.isOne, { winner: 'ours' }) : null}
      {reason === 'event-moved' ? way(say.isTheirs, { winner: 'ours' }) : null}
      {reason === 'other-team' ? way(say.moveTeam, { winner: 'ours' }) : null}
      {reason === 'no-rule' ? way(say.retry, { winner: 'ours' }) : null}
      {reason === 'other-patient' ? way(say.reuse, { winner: 'ours' }) : null}
      {reason === 'same-day' ? way(say.countsToo, { winner: 'ours' }) : null}
      <Button disabled={busy} onClick={() => decide(null)}>
        {say.reject}
      </Button>
    </div>
  )
}

type Team = NonNullable<Aside['event']>['teams'][number]

/** Each way in which a team could enrol somebody who is proposed to it. */
function enrolWays(reason: string, { id: teamId, hasSides }: Team): ['' | Side, Decision][] {
  if (reason !== 'proposed' && reason !== 'side-unknown') return []
  if (!hasSides) return [['', { winner: 'ours', teamId }]]
  return sides.map((side) => [side, { winner: 'ours', teamId, side }])
}
