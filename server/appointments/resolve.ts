import { isAmongCodes } from '../../core/codes/among.ts'
import type { AppointmentMessage, MessageProblem } from '../../core/feeds/appointment-message.ts'
import { numberProblems } from '../../core/feeds/number-problems.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import { instantOf, inUtc, localDate, yearsBetween } from '../../core/time/dates.ts'
import { fold } from '../../core/words/fold.ts'
import type { SetVersion } from '../definitions/reader.ts'
import { numberKey } from '../patients/store.ts'
import type { Directory, DirectoryTeam } from './directory.ts'
import { findKind, findNamed, unknown } from './named.ts'
import { patientNumberOf } from './patient-number.ts'
import { placed } from './placed.ts'

/** A message with its names replaced by what they stand for here. */
export type Resolved = {
  message: AppointmentMessage
  /** `numberKey` of the patient. */
  person: string
  authority: string
  /** As whom the patient signs in, as it is stored; null where the message does not say or nobody can sign in. */
  identity: { issuer: string; subjectKey: string } | null
  searchName: string
  team: DirectoryTeam & { version: SetVersion }
  kind: string
  startsAt: string
  /** Local date of `startsAt`. */
  on: string
  /** '' where the patient group has no sides, null where it has and the message is silent. */
  side: string | null
  clinicianId: string | null
  leadClinicianId: string | null
  treatment: string | null
  /** Code of the reason why this person does not belong to the patient group; null who does. */
  outside: string | null
  notes: string[]
}

/** Names replaced, or what is wrong. `teamId` is the team where a message names none. */
export function resolveMessage(
  told: AppointmentMessage,
  directory: Directory,
  teamId: string | null,
): Resolved | MessageProblem[] {
  const message = placed(told, directory, teamId)
  const { patient } = message
  const team = findTeam(message, directory, teamId)
  const problems = misnamed(message, directory, teamId)
  if ('code' in team || !team.version) return problems
  const { version } = team
  const kind = findKind(version.set.appointmentKinds, message)
  const treatment = message.treatment ? findNamed(version.set.treatmentOptions, message.treatment) : null
  const startsAt = toInstant(message.startsAt, directory.zone)
  const on = localDate(startsAt, directory.zone)
  if (patient.birthDate > on)
    problems.push({ field: 'patient.birthDate', code: 'born-later', value: patient.birthDate })
  problems.push(...personProblems(patient, directory.today))
  if (!kind || problems.length > 0) return problems
  const number = patientNumberOf(directory.organisationId, directory.feedRules, patient)
  const identity = patient.subject ? directory.identify(patient.subject) : null
  const clinicianId = findStaff(directory, message.clinician)
  const leadClinicianId = findStaff(directory, message.leadClinician)
  return {
    message,
    person: numberKey(number),
    authority: number.authority,
    identity,
    searchName: fold(`${patient.givenName} ${patient.familyName}`),
    team: { ...team, version },
    kind,
    startsAt,
    on,
    side: version.set.patientGroup.laterality === 'none' ? '' : (message.side ?? null),
    clinicianId,
    leadClinicianId,
    treatment,
    outside: outsideGroup(version.set, message, on),
    notes: notesOn(message, { identity, clinicianId, leadClinicianId, bsn: directory.bsn }),
  }
}

/** Which names in a message, or in what was read of one, stand for nothing here; what is not given is not missed. */
export function misnamed(
  told: Partial<AppointmentMessage>,
  directory: Directory,
  teamId: string | null,
): MessageProblem[] {
  const { team: name, kind, codes, treatment } = placed(told, directory, teamId)
  const team = findTeam({ team: name }, directory, teamId)
  if ('code' in team) return [team]
  if (!team.version) return [{ field: 'team', code: 'set-not-published', value: team.name }]
  const { appointmentKinds, treatmentOptions } = team.version.set
  return [
    ...(kind && !findKind(appointmentKinds, { kind, codes })
      ? [unknown('kind', kind, appointmentKinds)]
      : []),
    ...(treatment && !findNamed(treatmentOptions, treatment)
      ? [unknown('treatment', treatment, treatmentOptions)]
      : []),
  ]
}

/** What cannot be about a person: the day on which they are said to have died, or a citizen service number as theirs here. */
export const personProblems = (patient: AppointmentMessage['patient'], today: string): MessageProblem[] => [
  ...numberProblems(patient),
  ...deathProblems(patient, today),
]

function deathProblems(
  { birthDate, deceasedOn }: AppointmentMessage['patient'],
  today: string,
): MessageProblem[] {
  if (!deceasedOn || (deceasedOn >= birthDate && deceasedOn <= today)) return []
  const code = deceasedOn > today ? 'died-later' : 'died-before-birth'
  return [{ field: 'patient.deceasedOn', code, value: deceasedOn }]
}

/** What a message names that is not known here. */
const notesOn = (
  { patient, clinician, leadClinician }: AppointmentMessage,
  found: Pick<Resolved, 'identity' | 'clinicianId' | 'leadClinicianId'> & Pick<Directory, 'bsn'>,
) => [
  ...(patient.subject && !found.identity ? ['no-identity-provider'] : []),
  ...(patient.bsnFault && found.bsn ? ['bsn-wrong'] : []),
  ...(clinician && !found.clinicianId ? ['clinician-unknown'] : []),
  ...(leadClinician && !found.leadClinicianId ? ['lead-unknown'] : []),
]

function findTeam(
  { team }: { team?: string | undefined },
  { teams, teamByName }: Directory,
  teamId: string | null,
): DirectoryTeam | MessageProblem {
  const names = teams.map(({ name }) => name)
  if (team) {
    const named = teamByName.get(team) ?? teamByName.get(fold(team))
    return named ?? { field: 'team', code: 'unknown-team', value: team, options: names }
  }
  const [only, ...others] = teams
  const standing = teams.find(({ id }) => id === teamId) ?? (others.length === 0 ? only : undefined)
  return standing ?? { field: 'team', code: 'team-needed', value: '', options: names }
}

const findStaff = ({ staffByName }: Directory, name: string | undefined) =>
  name ? (staffByName.get(fold(name)) ?? null) : null

export const toInstant = (text: string, zone: string) =>
  /(Z|[+-]\d{2}:\d{2})$/.test(text) ? inUtc(text) : instantOf(text, zone)

function outsideGroup({ patientGroup }: OutcomeSet, { patient, diagnosis }: AppointmentMessage, on: string) {
  if (yearsBetween(patient.birthDate, on) < patientGroup.ageFrom) return 'too-young'
  if (!diagnosis) return null
  if (isAmongCodes(patientGroup.exclude, diagnosis)) return 'excluded'
  return isAmongCodes(patientGroup.include, diagnosis) ? null : 'other-diagnosis'
}
