import { Link } from '@tanstack/react-router'
import type { Words } from '../../../core/words.ts'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import type { StuckPath } from './queries.ts'

/** Care paths that the newest version of their set could not plan, because of something in their own data. */
export function Stuck({ stuck }: { stuck: readonly StuckPath[] }) {
  const say = useWords(words)
  const { date, dayTime } = useFormats()
  if (stuck.length === 0) return null
  return (
    <Section title={say.title(stuck.length)}>
      <p>
        {say.about} {say.mend} <Link to="/staff/imports">{say.file}</Link>. {say.afterwards}
      </p>
      <ul className="aside-people">
        {stuck.map(({ path, patientId, givenName, familyName, birthDate, team, version, failedAt }) => (
          <li key={path}>
            <Link to="/staff/mail" search={{ patient: patientId }}>
              <b>{`${givenName} ${familyName}`}</b>
            </Link>
            , {say.born(date(birthDate))}. {team}.{' '}
            <span className="quiet">{say.failed(version, dayTime(failedAt), path)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const words = {
  nl: {
    title: (n: number) => (n === 1 ? '1 zorgpad bleef steken' : `${n} zorgpaden bleven steken`),
    about:
      'Een nieuwe versie van de uitkomstenset kon voor deze mensen niet worden gepland; de oude versie geldt nog. Meestal klopt een datum niet, zoals die van een afspraak.',
    mend: 'Zet die recht in het systeem waar zij vandaan komt, of hier',
    file: 'met een bestand met afspraken',
    afterwards: 'Vraag daarna de redacteur uitkomstensets om de zorgpaden opnieuw over te zetten.',
    born: (day: string) => `geboren ${day}`,
    failed: (version: number, when: string, path: string) =>
      `Versie ${version}, laatst geprobeerd ${when}. Zorgpad ${path}.`,
  },
  en: {
    title: (n: number) => (n === 1 ? '1 care path got stuck' : `${n} care paths got stuck`),
    about:
      'A new version of the outcome set could not be planned for these people; the earlier one still holds. Mostly a date is wrong, such as that of an appointment.',
    mend: 'Put it right in the system it comes from, or here',
    file: 'with a file of appointments',
    afterwards: 'Then ask the outcome-set editor to move the care paths again.',
    born: (day: string) => `born ${day}`,
    failed: (version: number, when: string, path: string) =>
      `Version ${version}, last tried ${when}. Care path ${path}.`,
  },
} satisfies Words<unknown>
