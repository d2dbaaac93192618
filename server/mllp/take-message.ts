import {
  type AppointmentMessage,
  appointmentMessageShape,
  type MessageProblem,
  type PersonMessage,
  personMessageShape,
} from '../../core/feeds/appointment-message.ts'
import { explainProblem } from '../../core/feeds/appointment-words.ts'
import { eventMessageShape } from '../../core/feeds/event-message.ts'
import { localDate } from '../../core/time/dates.ts'
import { admitFeed, type Delivered, type Delivery } from '../acts/admit-feed.ts'
import { type Merged, mergeNumbers } from '../acts/merge-numbers.ts'
import { setAsideUnplaced } from '../acts/set-aside-unplaced.ts'
import { noteFeed } from '../appointments/feed-days.ts'
import { readFeedRules } from '../appointments/feed-rules.ts'
import { knownAppointments } from '../appointments/known-appointments.ts'
import { patientNumberOf } from '../appointments/patient-number.ts'
import type { NumberedProblem } from '../appointments/resolve-all.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../http/problem.ts'
import { readOrganisation } from '../organisations/store.ts'
import type { Verdict } from './answer.ts'
import type { Hl7Message } from './message.ts'
import { eventsIn } from './read-events.ts'
import { numberIn, type PersonNumber, personIn } from './read-person.ts'
import { appointmentIn, SCHEDULING, saidAt } from './read-schedule.ts'

/** Messages about people that change something here; of all others nothing is kept. */
const OF_PEOPLE = ['A04', 'A08', 'A28', 'A31']

type Wrong = Pick<MessageProblem, 'field' | 'code'> & { options?: MessageProblem['options'] | undefined }

/** Takes in one message for an organisation. What it says is committed before this resolves. */
export async function takeMessage(deps: Deps, ctx: Ctx, message: Hl7Message): Promise<Verdict> {
  const { timeZone: zone } = await readOrganisation(deps.db, ctx)
  const refuse = async (wrong: readonly Wrong[]): Promise<Verdict> => {
    await noteFeed(deps.db, deps, ctx, {
      source: 'hl7',
      zone,
      refused: 1,
      fault: wrong[0]?.code ?? 'invalid',
    })
    return { code: 'AE', text: wrong.slice(0, 5).map(sentenceFor).join(' ') }
  }
  const event = message.first('MSH').field(9).at(2)
  if (event === 'A40') return mergeIn(deps, ctx, message, refuse)
  const read = await readDelivery(deps, ctx, message, zone)
  if ('wrong' in read) return refuse(read.wrong)
  if (read.appointments.length + read.people.length + read.events.length === 0)
    return { code: 'AA', text: `${event || 'This message'} changes nothing here` }
  try {
    return { code: 'AA', text: said(await admitFeed(deps, ctx, read, 'hl7')) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const problems = error.detail?.problems as NumberedProblem[] | undefined
    const waits = problems?.every(isUnplaced) && (await setAside(deps, ctx, read, zone))
    if (!waits) return refuse(problems ?? [{ field: '', code: error.code }])
    // Only the appointment waits for a rule; a diagnosis beside it is one all the same.
    if (read.events.length > 0) await admitFeed(deps, ctx, { ...read, appointments: [] }, 'hl7')
    return WAITS
  }
}

const WAITS: Verdict = { code: 'AA', text: 'set-aside (no-rule)' }

/** Everything is right but where it belongs: a rule can mend that, and then it need not be sent again. */
const isUnplaced = ({ code }: NumberedProblem) =>
  ['unknown-kind', 'unknown-team', 'team-needed'].includes(code)

async function setAside(deps: Deps, ctx: Ctx, { appointments }: Delivery, zone: string) {
  const [message] = appointments
  return message !== undefined && setAsideUnplaced(deps, ctx, message, { source: 'hl7', zone })
}

async function readDelivery(
  deps: Deps,
  ctx: Ctx,
  message: Hl7Message,
  zone: string,
): Promise<Delivery | { wrong: Wrong[] }> {
  const event = message.first('MSH').field(9).at(2)
  const today = localDate(deps.now().toISOString(), zone)
  const person = personIn(message.first('PID'), today)
  // A segment that cannot be read stops nothing: what else the message says is not to be lost for a code.
  const key = deps.seal.key(`hl7-event:${person.authority ?? ''} ${person.number ?? ''}`)
  const events = eventsIn(message, event, { person, key }, zone).flatMap(
    (one) => eventMessageShape.safeParse(one).data ?? [],
  )
  if (OF_PEOPLE.includes(event)) {
    const changedAt = saidAt(message, zone)
    const told = { ...person, ...(changedAt ? { changedAt } : {}) }
    const people = checked<PersonMessage>(personMessageShape.safeParse(told))
    return 'wrong' in people ? people : { appointments: [], people: [people.data], events }
  }
  if (!SCHEDULING[event]) return { appointments: [], people: [], events }
  const told = appointmentIn(message, event, zone)
  const isEnd = SCHEDULING[event] !== 'booked'
  const startsAt = told.startsAt ?? (isEnd ? await knownStart(deps, ctx, told.number, person) : undefined)
  const shaped = appointmentMessageShape.safeParse({
    ...told,
    ...(startsAt ? { startsAt } : {}),
    patient: person,
  })
  const appointments = checked<AppointmentMessage>(shaped)
  // A diagnosis from a day to come is no reason to refuse an appointment.
  const past = events.filter(({ at }) => at && at.slice(0, 10) <= today)
  return 'wrong' in appointments
    ? appointments
    : { appointments: [appointments.data], people: [], events: past }
}

/** When an appointment was to be that ends without its time. */
async function knownStart(
  deps: Deps,
  ctx: Ctx,
  number: string | undefined,
  { authority, number: of }: Partial<PersonNumber>,
): Promise<string | undefined> {
  if (!number) return undefined
  const { content: rules } = await readFeedRules(deps.db, ctx)
  const patient = of ? patientNumberOf(ctx.organisationId, rules, { authority, number: of }) : null
  const [known] = await knownAppointments(deps.db, ctx, [{ number, source: 'hl7', patient }])
  return known?.startsAt
}

type Parsed<T> =
  | { success: true; data: T }
  | { success: false; error: { issues: { path: PropertyKey[]; message: string }[] } }

const checked = <T>(parsed: Parsed<T>): { data: T } | { wrong: Wrong[] } =>
  parsed.success
    ? { data: parsed.data }
    : { wrong: parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), code: message })) }

async function mergeIn(
  deps: Deps,
  ctx: Ctx,
  message: Hl7Message,
  refuse: (wrong: Wrong[]) => Promise<Verdict>,
): Promise<Verdict> {
  const [kept, gone] = [numberIn(message.first('PID').all(3)), numberIn(message.first('MRG').all(1))]
  if (!kept || !gone) return refuse([{ field: kept ? 'MRG-1' : 'PID-3', code: 'empty' }])
  const merged = await mergeNumbers(deps, ctx, { kept, gone }, 'hl7')
  return { code: 'AA', text: MERGED[merged] }
}

const MERGED: Record<Merged, string> = {
  joined: 'Both numbers are of one patient now',
  nothing: 'Known already',
  'set-aside': 'set-aside (two-records)',
}
const sentenceFor = ({ field, code, options }: Wrong) => {
  const meant = code.startsWith('Invalid input') ? 'empty' : code
  return `${field ? `${field}: ` : ''}${explainProblem({ code: meant, options }, 'en')}`
}

const said = ({ admissions, people, events }: Delivered) =>
  [
    ...admissions.map(({ what, reason }) => (reason ? `${what} (${reason})` : what)),
    ...people.map(({ what }) => what),
    ...events.map(({ what, reason }) => (reason ? `${what} (${reason})` : what)),
  ].join(', ')
