import { Link } from '@tanstack/react-router'
import type { Words } from '../../../core/words.ts'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import type { BsnDoubts as Doubts } from './queries.ts'

/** Who may be one person twice, by one citizen service number, and of whom a source sends what is none. */
export function BsnDoubts({ doubts: { doubles, wrong } }: { doubts: Doubts }) {
  const say = useWords(words)
  return (
    <>
      {doubles.length > 0 ? (
        <Section title={say.doubles(doubles.length)}>
          <p>{say.aboutDoubles}</p>
          <ul className="aside-people">
            {doubles.map((group) => (
              <li key={group.map(({ patientId }) => patientId).join(' ')}>
                <ul>
                  {group.map((person) => (
                    <Person key={person.patientId} person={person} />
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {wrong.length > 0 ? (
        <Section title={say.wrong(wrong.length)}>
          <p>{say.aboutWrong}</p>
          <ul className="aside-people">
            {wrong.map((person) => (
              <Person key={person.patientId} person={person} />
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  )
}

function Person({ person }: { person: Doubts['wrong'][number] }) {
  const say = useWords(words)
  const { date } = useFormats()
  const { patientId, givenName, familyName, birthDate, numbers } = person
  return (
    <li>
      <Link to="/staff/mail" search={{ patient: patientId }}>
        {`${givenName} ${familyName}`}
      </Link>
      , {say.born(date(birthDate))}. <span className="quiet">{say.numbers(numbers.join(', '))}</span>
    </li>
  )
}

const words = {
  nl: {
    doubles: (n: number) =>
      n === 1 ? '1 persoon staat hier misschien dubbel' : `${n} personen staan hier misschien dubbel`,
    aboutDoubles:
      'Deze patiënten hebben hetzelfde burgerservicenummer. Er is niets samengevoegd. Kijk in het bronsysteem wie het is: één persoon met twee nummers, of een nummer dat bij de verkeerde staat.',
    wrong: (n: number) =>
      n === 1
        ? 'Van 1 patiënt klopt het burgerservicenummer niet'
        : `Van ${n} patiënten klopt het burgerservicenummer niet`,
    aboutWrong:
      'Wat het bronsysteem stuurt, is geen burgerservicenummer. Het is niet bewaard. Zet het daar recht; met het volgende bericht verdwijnt de melding hier.',
    born: (date: string) => `geboren ${date}`,
    numbers: (list: string) => `Patiëntnummer ${list}`,
  },
  en: {
    doubles: (n: number) => (n === 1 ? '1 person may be here twice' : `${n} people may be here twice`),
    aboutDoubles:
      'These patients have the same citizen service number. Nothing was merged. See in the source who it is: one person with two numbers, or a number that stands with the wrong person.',
    wrong: (n: number) =>
      n === 1
        ? 'The citizen service number of 1 patient is wrong'
        : `The citizen service numbers of ${n} patients are wrong`,
    aboutWrong:
      'What the source sends is not a citizen service number. It was not kept. Put it right there; with the next message it goes from this list.',
    born: (date: string) => `born ${date}`,
    numbers: (list: string) => `Patient number ${list}`,
  },
} satisfies Words<unknown>
