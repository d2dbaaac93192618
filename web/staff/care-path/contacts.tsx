import type { FormEvent } from 'react'
import {
  type ContactLine,
  contactHours,
  contactKinds,
  MOST_CONTACTS,
} from '../../../core/patients/contacts.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
import { formText } from '../../kit/form-text.ts'
import { Section } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { contactsWords } from './contacts-words.ts'
import { type CarePath, saveContacts, useAct } from './queries.ts'

type Of = 'patient' | 'team'

/** Whom the patient calls for what: their own lines, and those of the team. */
export function Contacts({ path }: { path: CarePath }) {
  const say = useWords(contactsWords)
  const act = useAct(saveContacts, say.saved, say.problems)
  const save = (of: Of, lines: ContactLine[]) =>
    act.mutate({ id: path.enrolment.id, of, seen: path.contacts[of], lines })
  return (
    <Section title={say.title} about={say.about}>
      {(['patient', 'team'] as const).map((of) => (
        <Lines
          key={of}
          of={of}
          lines={path.contacts[of]}
          save={(lines) => save(of, lines)}
          busy={act.isPending}
        />
      ))}
      <AddLine key={JSON.stringify(path.contacts)} path={path} save={save} busy={act.isPending} />
    </Section>
  )
}

type LinesProps = { of: Of; lines: ContactLine[]; save: (lines: ContactLine[]) => void; busy: boolean }

function Lines({ of, lines, save, busy }: LinesProps) {
  const say = useWords(contactsWords)
  return (
    <>
      <h3>{say.of[of]}</h3>
      {lines.length === 0 ? <p className="quiet">{say.none}</p> : null}
      <ul className="care-path-stages">
        {lines.map((line, place) => (
          <li key={`${line.kind} ${line.who} ${line.about}`}>
            <span>
              <b>{line.who}</b>, {line.phone}
              <span className="line quiet">
                {[say.kinds[line.kind], line.about, say.hours[line.hours]].filter(Boolean).join(' · ')}
              </span>
            </span>
            <Button
              look="text"
              disabled={busy}
              aria-label={say.removeOf(line.who)}
              onClick={() => save(lines.toSpliced(place, 1))}
            >
              {say.remove}
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}

type AddProps = { path: CarePath; save: (of: Of, lines: ContactLine[]) => void; busy: boolean }

function AddLine({ path, save, busy }: AddProps) {
  const say = useWords(contactsWords)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const of = formText(form, 'of') === 'team' ? 'team' : 'patient'
    const line = {
      kind: contactKinds.find((kind) => kind === formText(form, 'kind')) ?? 'about',
      who: formText(form, 'who'),
      about: formText(form, 'about'),
      phone: formText(form, 'phone'),
      hours: contactHours.find((hours) => hours === formText(form, 'hours')) ?? 'office',
    }
    save(of, [...path.contacts[of], line])
  }
  if (path.contacts.patient.length >= MOST_CONTACTS || path.contacts.team.length >= MOST_CONTACTS) return null
  return (
    <form onSubmit={submit} noValidate className="care-path-row">
      <SelectField label={say.kind} name="kind">
        {contactKinds.map((kind) => (
          <option key={kind} value={kind}>
            {say.kinds[kind]}
          </option>
        ))}
      </SelectField>
      <TextField label={say.who} name="who" autoComplete="off" />
      <TextField label={say.which} name="about" autoComplete="off" />
      <TextField label={say.phone} name="phone" type="tel" autoComplete="off" />
      <SelectField label={say.when} name="hours">
        {contactHours.map((hours) => (
          <option key={hours} value={hours}>
            {say.hours[hours]}
          </option>
        ))}
      </SelectField>
      <SelectField label={say.whose} name="of">
        <option value="patient">{say.of.patient}</option>
        <option value="team">{say.of.team}</option>
      </SelectField>
      <p className="care-path-keys">
        <Button type="submit" look="soft" disabled={busy}>
          {say.add}
        </Button>
      </p>
    </form>
  )
}
