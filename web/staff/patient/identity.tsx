import { Link } from '@tanstack/react-router'
import { lowered } from '../../../core/change/finding-words.ts'
import type { OnePager } from '../../../core/consult/one-pager.ts'
import { useFormats } from '../../kit/format.ts'
import { Sign } from '../../kit/symbols.tsx'
import { useLocal, useWords } from '../../kit/words.tsx'
import { usePersonWords } from '../person.ts'
import { identityWords } from './identity-words.ts'

/** Who this is, and where they are on their care path. */
export function Identity({ page }: { page: OnePager }) {
  const say = useWords(identityWords)
  const local = useLocal()
  const format = useFormats()
  const person = usePersonWords()
  const { patient, enrolment, stage, nextAppointment } = page
  const about = [
    person.long(patient, format.isoDay(page.now)),
    lowered(local(enrolment.group)),
    person.side(enrolment.side),
  ]
  const { treatment } = enrolment
  return (
    <header className="identity">
      <div>
        <h1>
          {patient.givenName} {patient.familyName}
        </h1>
        <p>{about.filter(Boolean).join(' · ')}</p>
        <Cautions page={page} />
      </div>
      <dl>
        <Fact name={say.lead} value={enrolment.leadClinician} without={say.noLead} />
        <Fact
          name={say.stage}
          value={stage && `${local(stage.title)}, ${say.since(format.shortDate(stage.since))}`}
          without={say.noStage}
        />
        <Fact
          name={say.treatment}
          value={
            treatment &&
            [local(treatment.title), treatment.chosenOn && say.chosenOn(format.date(treatment.chosenOn))]
              .filter(Boolean)
              .join(', ')
          }
          without={say.noTreatment}
        />
        <Fact
          name={say.appointment}
          value={nextAppointment && format.dayTime(nextAppointment.startsAt)}
          without={say.noAppointment}
        />
      </dl>
      {page.enrolments.length > 1 ? <Paths page={page} /> : null}
    </header>
  )
}

function Fact({ name, value, without }: { name: string; value: string | null; without: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={value ? '' : 'quiet'}>{value ?? without}</dd>
    </div>
  )
}

/** What must be known before anybody calls or mails. */
function Cautions({ page: { patient, enrolment } }: { page: OnePager }) {
  const say = useWords(identityWords)
  const format = useFormats()
  const cautions = [
    patient.deceasedOn ? say.deceased(format.date(patient.deceasedOn)) : '',
    enrolment.endedOn ? say.ended(format.date(enrolment.endedOn)) : '',
    patient.optedOutAt ? say.optedOut : '',
    patient.emailDeadAt
      ? say.mailDead
      : patient.hasEmail || patient.proxyAddress === 'works'
        ? ''
        : say.noMail,
  ].filter(Boolean)
  return cautions.map((caution) => (
    <p className="status watch" key={caution}>
      <Sign name="alert" />
      {caution}
    </p>
  ))
}

function Paths({ page }: { page: OnePager }) {
  const say = useWords(identityWords)
  const local = useLocal()
  const person = usePersonWords()
  return (
    <nav className="paths" aria-label={say.paths}>
      {page.enrolments.map(({ id, title, side }) => (
        <Link
          key={id}
          to="/staff/patients/$patientId"
          params={{ patientId: page.patient.id }}
          search={(before) => ({ ...before, enrolment: id })}
          aria-current={id === page.enrolment.id ? 'true' : undefined}
        >
          {[local(title), person.side(side)].filter(Boolean).join(' · ')}
        </Link>
      ))}
    </nav>
  )
}
