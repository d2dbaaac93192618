import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ClinicDay, SoulFigure } from '../../../core/consult/clinic-day.ts'
import { Button } from '../../kit/button.tsx'
import { Figure } from '../../kit/figure.tsx'
import { Filter } from '../../kit/filter.tsx'
import { useFormats } from '../../kit/format.ts'
import { useWords } from '../../kit/words.tsx'
import { clinicFigures } from './queries.ts'
import type { ClinicSearch } from './search.ts'
import { words } from './words.ts'

const DAY = 86_400_000

/** The same calendar day `by` days on; ISO dates. */
export const shifted = (day: string, by: number) =>
  new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10)

export function DayLine({ day }: { day: ClinicDay }) {
  const say = useWords(words)
  const format = useFormats()
  const answered = day.rows.filter(
    ({ standing }) => standing.state === 'answered' || standing.state === 'discussed',
  )
  return (
    <>
      {[
        format.day(day.day),
        say.appointments(day.rows.length),
        say.answered(answered.length),
        say.alerts(day.openAlerts),
      ].join(' · ')}
    </>
  )
}

function OtherDays({ day, search }: { day: ClinicDay; search: ClinicSearch }) {
  const say = useWords(words)
  const today = useFormats().isoDay(day.now)
  const tomorrow = shifted(today, 1)
  const [before, after] = [shifted(day.day, -1), shifted(day.day, 1)]
  const isNamed = (one: string) => one === today || one === tomorrow // it has a link of its own
  const days = [
    ...(isNamed(before) ? [] : [[before, say.dayBefore] as const]),
    [undefined, say.toToday] as const,
    [tomorrow, say.toTomorrow] as const,
    ...(isNamed(after) ? [] : [[after, say.dayAfter] as const]),
  ]
  return (
    <nav className="other-days" aria-label={say.days}>
      {days.map(([to, name]) => (
        <Link key={name} to="/staff/clinic" search={{ ...search, day: to }} activeOptions={{ exact: true }}>
          {name}
        </Link>
      ))}
    </nav>
  )
}

/** Which day, whose appointments, and whether what is done stays in sight. */
export function Choices({ day, search }: { day: ClinicDay; search: ClinicSearch }) {
  const say = useWords(words)
  const navigate = useNavigate()
  const done = day.rows.filter(({ next }) => next === 'none').length
  const go = (change: Partial<ClinicSearch>) =>
    void navigate({
      to: '/staff/clinic',
      search: { ...search, ...change },
      replace: true,
      resetScroll: false,
    })
  return (
    <div className="clinic-choices">
      <OtherDays day={day} search={search} />
      {day.clinicians.length > 0 ? (
        <Filter label={say.whose} value={day.who ?? 'all'} choose={(who) => go({ who })}>
          <option value="all">{say.everybody}</option>
          {day.clinicians.map(({ id, name, count }) => (
            <option key={id} value={id}>
              {`${name} (${count})`}
            </option>
          ))}
        </Filter>
      ) : null}
      {done > 0 ? (
        <Button look="text" onClick={() => go({ left: search.left ? undefined : true })}>
          {search.left ? say.showDone(done) : say.hideDone(done)}
        </Button>
      ) : null}
    </div>
  )
}

/** How many invited patients start, and how many results are opened and discussed. */
export function SoulFigures() {
  const say = useWords(words)
  const { data } = useQuery(clinicFigures)
  if (!data) return <section className="soul" aria-busy="true" aria-label={say.figures} />
  return (
    <section className="soul" aria-label={say.figures}>
      <SoulOf figure={data.started} label={say.started} about={say.startedAbout} />
      <SoulOf figure={data.discussed} label={say.discussed} about={say.discussedAbout} />
    </section>
  )
}

function SoulOf({
  figure,
  label,
  about,
}: {
  figure: SoulFigure
  label: string
  about: (n: number, of: number, month: string) => string
}) {
  const say = useWords(words)
  const format = useFormats()
  const { n, of, month, before } = figure
  const name = (iso: string) => format.shortMonth(`${iso}-01`)
  const earlier = before.share === null ? '' : say.before(name(before.month), format.percent(before.share))
  return <Figure share={of === 0 ? null : n / of} label={label} about={about(n, of, name(month)) + earlier} />
}
