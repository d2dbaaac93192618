import type { ReactNode } from 'react'
import { titleForStaff } from '../../../../core/outcome-sets/staff-title.ts'
import { FINISH_MINUTES } from '../../../../core/schedule/asked.ts'
import { explainReason } from '../../../../core/schedule/schedule-words.ts'
import { type Asking, keyOf } from '../../../../core/simulation/life.ts'
import type { Simulated, Simulation } from '../../../../core/simulation/simulate.ts'
import { useFormats } from '../../../kit/format.ts'
import { Section } from '../../../kit/frame.tsx'
import { Scroller } from '../../../kit/scroller.tsx'
import { useLanguage, useLocal, useWords } from '../../../kit/words.tsx'
import { simulatorWords } from './simulator-words.ts'
import { useNames } from './use-names.ts'

type About = { simulation: Simulation; asking: Asking }

type Line = { at: string; what: ReactNode; why: string; key: string }

/** Everything that happens, day by day: visits, what opens and why, mails, answers. */
export function LifeTable({ simulation, asking }: About) {
  const say = useWords(simulatorWords)
  const { dayTime } = useFormats()
  const lines = useLines({ simulation, asking })
  return (
    <Section title={say.life(lines.length)}>
      <Scroller label={say.lifeLabel}>
        <table className="table simulator-life">
          <thead>
            <tr>
              <th scope="col">{say.when}</th>
              <th scope="col">{say.what}</th>
              <th scope="col">{say.why}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ at, what, why, key }) => (
              <tr key={key}>
                <td>{dayTime(at)}</td>
                <td>{what}</td>
                <td className="quiet">{why}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </Section>
  )
}

function useLines({ simulation, asking }: About): Line[] {
  const say = useWords(simulatorWords)
  const names = useNames(asking)
  const local = useLocal()
  const reasons = useReasons(asking)
  const { number, date } = useFormats()
  const momentOf = new Map(simulation.assessments.map((one) => [one.key, names.moment(one.moment)]))
  const visits = simulation.course.visits.map(({ id, kind, at }): Line => {
    const title = asking.set.appointmentKinds.find((one) => one.id === kind)?.title
    return { at, key: `visit ${id}`, what: <b>{say.visit(title ? local(title) : kind)}</b>, why: '' }
  })
  const opens = simulation.assessments.map(
    (one): Line => ({
      at: one.opensAt,
      key: `opens ${keyOf(one)}`,
      what: say.opens(
        names.moment(one.moment),
        one.items,
        number(one.items > 0 ? one.minutes + FINISH_MINUTES : 0, 0),
        one.left.map(names.instrument),
      ),
      why: one.why.map(reasons).join(' '),
    }),
  )
  const mails = simulation.mails.map(
    ({ at, about, early }): Line => ({
      at,
      key: `mail ${at}`,
      what: say.mail(
        about.every(({ kind }) => kind === 'reminder'),
        about.map(({ key }) => momentOf.get(key) ?? key).join(', '),
      ),
      why: early ? say.early[early] : '',
    }),
  )
  const waits = simulation.waits.map(
    ({ at, key, days, until }): Line => ({
      at,
      key: `waits ${key} ${until}`,
      what: say.waits(momentOf.get(key) ?? key),
      why: say.waitsWhy(days, date(until)),
    }),
  )
  return [
    ...visits,
    ...opens,
    ...mails,
    ...waits,
    ...answersOf(simulation.assessments, (one) => say.answered(names.moment(one.moment))),
  ].toSorted((one, other) => one.at.localeCompare(other.at))
}

const answersOf = (assessments: readonly Simulated[], words: (one: Simulated) => string): Line[] =>
  assessments.flatMap((one) =>
    one.answeredAt ? [{ at: one.answeredAt, key: `answered ${one.key}`, what: words(one), why: '' }] : [],
  )

function useReasons({ set, instruments }: Asking) {
  const { language } = useLanguage()
  const { dayTime } = useFormats()
  const titles = {
    ...set,
    instruments: [...instruments.values()].map((one) => ({ id: one.id, title: titleForStaff(one) })),
  }
  return (code: string) => explainReason(code, titles, language, dayTime)
}

/** Moments that this patient is not asked, and why. */
export function NotAsked({ simulation, asking }: About) {
  const say = useWords(simulatorWords)
  const local = useLocal()
  const reasons = useReasons(asking)
  if (simulation.not.length === 0) return null
  return (
    <Section title={say.notAsked}>
      <dl className="simulator-not">
        {simulation.not.map(({ moment, anchor, why }) => {
          const found = asking.set.moments.find(({ id }) => id === moment)
          return (
            <div key={`${moment} ${anchor}`}>
              <dt>{found ? local(titleForStaff(found)) : moment}</dt>
              <dd>{why.map(reasons).join(' ')}</dd>
            </div>
          )
        })}
      </dl>
    </Section>
  )
}
