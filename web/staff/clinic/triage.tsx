import { Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { ClinicRow, VisitTriage } from '../../../core/consult/clinic-day.ts'
import { type TriageReason, type VisitForm, visitForms } from '../../../core/consult/triage.ts'
import { Button } from '../../kit/button.tsx'
import { State } from '../../kit/status.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { visitWords } from '../visits/words.ts'

const LEVEL = {
  green: ['done', 'better'],
  yellow: ['half', 'watch'],
  red: ['alert', 'worse'],
} as const

/**
 * How a visit could go on: level, what the patient wishes and why, and what was decided, or is proposed while there is
 * something to decide.
 */
export function TriageLine({ triage, past }: { triage: VisitTriage; past: boolean }) {
  const say = useWords(visitWords)
  const local = useLocal()
  const { level, wish, reasons, proposal, decided } = triage
  const [sign, tone] = LEVEL[level]
  const because = (reason: TriageReason) =>
    typeof reason === 'string' ? say.reason[reason] : local(reason.rule)
  return (
    <span className="triage">
      <State sign={sign} tone={tone}>
        {say.level[level]}
      </State>{' '}
      <span className="tiny quiet">
        {[wish ? say.wish[wish] : say.noWish, ...reasons.map(because)].join(' · ')}
      </span>
      {decided || !past ? (
        <span className="line tiny">
          {decided ? `${say.decided[decided.form]} · ${say.by(decided.by)}` : say.proposal[proposal]}
          {decided && decided.form !== 'visit' ? <Standing isArranged={decided.arrangedAt !== null} /> : null}
        </span>
      ) : null}
    </span>
  )
}

/** Whether who plans changed the visit; before that, the way to their list. */
function Standing({ isArranged }: { isArranged: boolean }) {
  const say = useWords(visitWords)
  return <> · {isArranged ? say.arranged : <Link to="/staff/visits">{say.waits}</Link>}</>
}

type DecideProps = { row: ClinicRow; triage: VisitTriage; decide: (form: VisitForm) => void }

/** One act for what is proposed, and behind it the others; nothing once the visit was changed. */
export function TriageActs({ row, triage: { proposal, decided }, decide }: DecideProps) {
  const say = useWords(visitWords)
  if (decided?.arrangedAt) return null
  const offered = decided === null && proposal !== 'visit' ? proposal : null
  const others = visitForms.filter((form) => form !== offered && form !== decided?.form)
  return (
    <span className="next-acts">
      {offered ? (
        <Button wide onClick={() => decide(offered)}>
          {say.decide[offered]}
        </Button>
      ) : null}
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <button
            type="button"
            className={offered ? 'next-more' : 'next-other'}
            aria-label={say.other(row.patient.familyName)}
          >
            {offered ? null : say.otherwise} <Sign name="chevron" size={12} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {others.map((form) => (
            <Menu.Item key={form} onClick={() => decide(form)}>
              {say.decide[form]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </span>
  )
}
