import { useState } from 'react'
import type { AssessmentStatus } from '../../../core/schedule/assessment-status.ts'
import { explainReason } from '../../../core/schedule/schedule-words.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Scroller } from '../../kit/scroller.tsx'
import { State, type Tone } from '../../kit/status.tsx'
import type { SymbolName } from '../../kit/symbols.tsx'
import { useLanguage, useLocal, useWords } from '../../kit/words.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import type { CarePath } from './queries.ts'
import { words } from './words.ts'

export type Assessment = CarePath['assessments'][number]

const LOOKS = {
  planned: ['open', 'quiet'],
  open: ['open', 'watch'],
  overdue: ['alert', 'watch'],
  started: ['half', 'watch'],
  completed: ['done', 'better'],
  expired: ['missed', 'quiet'],
  withdrawn: ['dash', 'quiet'],
  declined: ['dash', 'watch'],
} as const satisfies Record<AssessmentStatus, readonly [SymbolName, Tone]>

/** Every measurement with its window and why it is asked; below them, what is not asked and why. */
export function Planned({ path, isOpen }: { path: CarePath; isOpen: boolean }) {
  const say = useWords(words)
  const [changing, setChanging] = useState<Assessment | null>(null)
  const { head } = say
  return (
    <>
      <Section title={say.plan}>
        {path.assessments.length === 0 ? <p className="quiet">{say.noPlan}</p> : null}
        {path.assessments.length > 0 ? (
          <Scroller label={say.plan}>
            <table className="table care-path-plan">
              <thead>
                <tr>
                  {[head.moment, head.window, head.state, head.why].map((name) => (
                    <th scope="col" key={name}>
                      {name}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="reader-only">{head.act}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {path.assessments.map((one) => (
                  <Row
                    key={one.id}
                    path={path}
                    of={one}
                    change={isOpen && mayChange(path, one) ? () => setChanging(one) : null}
                  />
                ))}
              </tbody>
            </table>
          </Scroller>
        ) : null}
      </Section>
      <NotAsked path={path} />
      {changing ? (
        <ChangeDialog enrolmentId={path.enrolment.id} of={changing} close={() => setChanging(null)} />
      ) : null}
    </>
  )
}

/** What was answered stays; and what the set no longer asks does not come back once it was taken back. */
const mayChange = ({ moments }: CarePath, { status, moment }: Assessment) =>
  status !== 'completed' && (status !== 'withdrawn' || moments.some(({ id }) => id === moment))

function Row({ path, of, change }: { path: CarePath; of: Assessment; change: (() => void) | null }) {
  const say = useWords(words)
  const local = useLocal()
  const { date, until } = useFormats()
  const why = useWhy(path)
  const [sign, tone] = LOOKS[of.status]
  return (
    <tr>
      <th scope="row">{local(of.title)}</th>
      <td>{`${date(of.opensAt)} ${until(of.closesAt)}`}</td>
      <td>
        <State sign={sign} tone={tone}>
          {say.statuses[of.status]}
        </State>
      </td>
      <td className="quiet">
        {of.manualReason ? `${say.byHand(of.manualReason)} ` : null}
        {(of.withdrawnWhy ? [of.withdrawnWhy] : of.why).map(why).join(' ')}
      </td>
      <td>
        {change ? (
          <Button look="text" onClick={change} aria-label={say.changeOf(local(of.title))}>
            {say.change}
          </Button>
        ) : null}
      </td>
    </tr>
  )
}

function NotAsked({ path }: { path: CarePath }) {
  const say = useWords(words)
  const local = useLocal()
  const why = useWhy(path)
  if (path.not.length === 0) return null
  return (
    <Section title={say.not}>
      <dl className="care-path-not">
        {path.not.map((one) => (
          <div key={`${one.moment} ${one.anchor}`}>
            <dt>
              {local(
                path.moments.find(({ id }) => id === one.moment)?.title ?? { nl: one.moment, en: one.moment },
              )}
            </dt>
            <dd className="quiet">{one.why.map(why).join(' ')}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

/** Reasons in codes as sentences. */
function useWhy(path: CarePath): (code: string) => string {
  const { language } = useLanguage()
  const { day } = useFormats()
  const set = {
    carePath: { stages: path.stages },
    appointmentKinds: path.appointmentKinds,
    treatmentOptions: path.treatmentOptions,
    moments: path.moments,
    instruments: path.instruments,
    patientDates: path.patientDates,
  }
  return (code) => explainReason(code, set, language, day)
}
