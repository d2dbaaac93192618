import { Link } from '@tanstack/react-router'
import type { ClinicDay, SoulFigure } from '../../../core/clinic-day.ts'
import { Figure } from '../../kit/figure.tsx'
import { useFormats } from '../../kit/format.ts'
import { useWords } from '../../kit/words.tsx'
import { words } from './words.ts'

const DAY = 86_400_000

/** The same calendar day `by` days on; ISO dates. */
const shifted = (day: string, by: number) => new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10)

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

export function OtherDays({ day }: { day: string }) {
  const say = useWords(words)
  return (
    <nav className="other-days" aria-label={say.days}>
      <Link to="/staff/clinic" search={{ day: shifted(day, -1) }}>
        {say.dayBefore}
      </Link>
      <Link to="/staff/clinic" search={{}}>
        {say.toToday}
      </Link>
      <Link to="/staff/clinic" search={{ day: shifted(day, 1) }}>
        {say.dayAfter}
      </Link>
    </nav>
  )
}

/** How many invited patients start, and how many results are opened and discussed. */
export function SoulFigures({ day }: { day: ClinicDay }) {
  const say = useWords(words)
  return (
    <section className="soul" aria-label={say.figures}>
      <SoulOf figure={day.started} label={say.started} about={say.startedAbout} />
      <SoulOf figure={day.discussed} label={say.discussed} about={say.discussedAbout} />
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
