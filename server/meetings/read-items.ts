import { and, eq } from 'drizzle-orm'
import { ageBand } from '../../core/consult/board.ts'
import type { PatientPart } from '../../core/consult/decision.ts'
import { ageOn } from '../../core/instruments/norm.ts'
import { type AgendaItem, isNamed, stateOf } from '../../core/meetings/meeting.ts'
import type { Subject } from '../../core/meetings/meeting-topics.ts'
import { localDate } from '../../core/time/dates.ts'
import { readNames } from '../clinic/patient.ts'
import { isToldOfAgreements } from '../clinic/told.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { enrolments } from '../db/schema/care.ts'
import { agendaItems } from '../db/schema/meetings.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { pathCode } from '../enrolments/code.ts'
import { callerOf, inCare } from '../patients/scope.ts'
import type { Item, MeetingFacts } from './scope.ts'
import { actionsOf, asAction, itemsOf } from './store.ts'

/** The list with its actions; who it is about only as far as the caller may know. */
export async function readItems(deps: Deps, ctx: Ctx, meeting: MeetingFacts, now: string) {
  const { db } = deps
  const items = await itemsOf(db, meeting.id)
  const [people, cared, actions, names] = await Promise.all([
    peopleOf(deps, meeting.id),
    caredForIn(db, ctx, meeting, deps.now()),
    actionsOf(db, meeting.id),
    readNames(
      db,
      items.flatMap(({ listedBy, confirmedBy }) => [listedBy, confirmedBy]),
    ),
  ])
  const ofItem = Map.groupBy(actions, ({ itemId }) => itemId)
  return items.map((item) => {
    const person = people.get(item.id)
    const around = {
      meeting,
      person,
      cares: cared.has(item.id),
      today: localDate(now, meeting.zone),
      now,
      names,
    }
    const own = (ofItem.get(item.id) ?? []).map(asAction)
    const view = { ...describeItem(deps, item, around), actions: own }
    return { item, view: isForColleagues(meeting, item) ? { ...view, ...UNTOLD } : view }
  })
}

type Person = NonNullable<AgendaItem['patient']> & { side: string; told: boolean }
type Around = {
  meeting: MeetingFacts
  person: Person | undefined
  cares: boolean
  today: string
  now: string
  names: ReadonlyMap<string, string>
}

function describeItem(deps: Deps, item: Item, around: Around): Omit<AgendaItem, 'actions'> {
  const { meeting, person, cares, now, names } = around
  const { id, version, situation, question, decision, reason, sentence, confirmedAt } = item
  const isPatient = item.subject === null
  const named = cares || (isPatient && isNamed(meeting, item, now))
  return {
    id,
    subject: readableBy(meeting, item),
    ...whoItIs(deps, isPatient || cares ? item.enrolmentId : null, named, around),
    patientId: cares ? item.patientId : null,
    state: stateOf(item),
    version,
    situation: named || !item.patientId ? situation : null,
    question,
    listedBy: names.get(item.listedBy) ?? '',
    decision,
    reason,
    patientPart: item.patientPart as PatientPart | null,
    sentence,
    told: named ? (person?.told ?? null) : null,
    shared: item.agreementId !== null,
    confirmedAt,
    confirmedBy: item.confirmedBy ? (names.get(item.confirmedBy) ?? null) : null,
  }
}

type Who = Pick<AgendaItem, 'enrolmentId' | 'code' | 'ages' | 'side' | 'patient'>

/** The patient as far as the caller may know: nothing at all, a code with the age, or by name. */
function whoItIs({ seal }: Deps, enrolmentId: string | null, named: boolean, { person, today }: Around): Who {
  if (!enrolmentId || !person) return { enrolmentId: null, code: '', ages: '', side: '', patient: null }
  const { side, told: _, ...who } = person
  const ages = ageBand(ageOn(person.birthDate, today))
  const patient = named ? (who as AgendaItem['patient']) : null
  return { enrolmentId, code: pathCode(seal, enrolmentId), ages, side, patient }
}

/** What a case is about, and all that is said of it, is read by colleagues only; no name is in it. */
const isForColleagues = ({ part }: MeetingFacts, { subject }: Item): boolean =>
  subject?.kind === 'case' && part !== 'member'

const UNTOLD = {
  situation: null,
  question: '',
  decision: null,
  reason: null,
  patientPart: null,
  sentence: null,
  actions: [],
} as const satisfies Partial<AgendaItem>

const readableBy = (meeting: MeetingFacts, item: Item): Subject | null =>
  item.subject?.kind === 'case' && isForColleagues(meeting, item)
    ? { ...item.subject, what: null }
    : item.subject

async function peopleOf({ db, config }: Deps, meetingId: string): Promise<Map<string, Person>> {
  const rows = await db
    .select({
      itemId: agendaItems.id,
      givenName: patients.givenName,
      familyName: patients.familyName,
      birthDate: patients.birthDate,
      sex: patients.sex,
      side: enrolments.side,
      address: {
        deceasedOn: patients.deceasedOn,
        optedOutAt: patients.optedOutAt,
        email: patients.email,
        emailDeadAt: patients.emailDeadAt,
        ownAskedAt: patients.ownAskedAt,
        mailOff: patients.mailOff,
      },
    })
    .from(agendaItems)
    .innerJoin(patients, eq(patients.id, agendaItems.patientId))
    .innerJoin(enrolments, eq(enrolments.id, agendaItems.enrolmentId))
    .where(eq(agendaItems.meetingId, meetingId))
  return new Map(
    rows.map(({ itemId, address: { email, ...address }, ...person }) => [
      itemId,
      { ...person, told: isToldOfAgreements(config, { ...address, hasEmail: email !== null }) },
    ]),
  )
}

/**
 * The items about patients whom the caller cares for anyway, whatever the meeting: in the team that meets. Who cares for
 * somebody in another team keeps to what that team sees.
 */
export async function caredForIn(db: Tx, ctx: Ctx, meeting: MeetingFacts, now: Date): Promise<Set<string>> {
  const inTeam = { ...ctx, teamIds: ctx.teamIds.filter((id) => id === meeting.teamId) }
  const rows = await db
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .innerJoin(patients, eq(patients.id, agendaItems.patientId))
    .where(and(eq(agendaItems.meetingId, meeting.id), inCare(db, callerOf(inTeam, now))))
  return new Set(rows.map(({ id }) => id))
}
