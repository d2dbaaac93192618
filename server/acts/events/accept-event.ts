import type { Directory } from '../../appointments/directory.ts'
import { changeEvents, eventsNumbered } from '../../care-events/store.ts'
import type { Ctx } from '../../ctx.ts'
import type { Tx } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import { conflict, refused } from '../../http/problem.ts'
import { lockPatients } from '../../patients/lock.ts'
import { type Patient, patientsByNumber } from '../../patients/store.ts'
import { takePerson } from '../../patients/take-person.ts'
import type { Source } from '../admit/desk.ts'
import { type Aside, closeAsides } from '../aside-verdict.ts'
import { admitEventsIn } from './admit-events.ts'
import { applyEvents } from './apply-events.ts'
import { openEvent } from './doubt-events.ts'
import { enrolOne, teamsOf } from './enrol-by-diagnosis.ts'
import { type ResolvedEvent, resolveEvents } from './resolve-events.ts'

export type EventAcceptance = {
  winner: 'ours' | 'theirs'
  side?: 'left' | 'right' | 'both' | undefined
  /** Which team enrols, where more than one could. */
  teamId?: string | undefined
}

/**
 * Somebody decided about something that happened: it is the same person after all, it is about this side, or about this
 * patient and not the one before, or it is a patient of the team. Then
 * the message is taken in as it came. 422 'side_needed' and 'team_needed' where that has to be said.
 */
export async function acceptEvent(
  deps: Pick<Deps, 'db' | 'now' | 'newId' | 'seal'>,
  ctx: Ctx,
  directory: Directory,
  aside: Aside,
  choice: EventAcceptance,
): Promise<void> {
  const told = openEvent({ seal: deps.seal, bsn: directory.bsn }, aside.id, aside.message)
  const message = { ...told, ...(choice.side ? { side: choice.side } : {}) }
  const [one] = resolveEvents(deps, [message], directory)
  if (!one) return
  if (aside.reason === 'event-side' && !message.side)
    throw refused('side_needed', 'Say which side it is about: left, right or both')
  await deps.db.transaction(async (tx) => {
    const known = (await patientsByNumber(tx, ctx, [one.number])).get(one.person)
    const before = aside.reason === 'event-moved' ? await holdersOf(tx, ctx, one) : []
    await lockPatients(tx, [...new Set([...before, ...(known ? [known.id] : [])])])
    await closeAsides(tx, deps, ctx, [aside], 'accepted')
    if (aside.reason === 'event-moved')
      await handOver(tx, deps, ctx, directory, one, { before, now: known?.id ?? null })
    else if (aside.reason === 'event-differs') await takeOver(tx, deps, known, one, choice.winner)
    else if (aside.reason !== 'event-side')
      await enrolIt(tx, deps, ctx, directory, one, { known, teamId: choice.teamId })
    await admitEventsIn(tx, deps, ctx, directory, [one], aside.source as Source)
  })
}

/** Whose it was until now. */
const holdersOf = async (tx: Tx, ctx: Ctx, { message }: ResolvedEvent): Promise<string[]> =>
  (await eventsNumbered(tx, ctx, [message.number])).flatMap(({ patientId }) => patientId ?? [])

/** What followed for who had it is undone first. */
async function handOver(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  { versions }: Directory,
  { message, personKey }: ResolvedEvent,
  { before, now }: { before: readonly string[]; now: string | null },
) {
  const of = { number: message.number, organisationId: ctx.organisationId }
  await changeEvents(tx, of, { withdrawnAt: deps.now().toISOString() })
  await applyEvents(tx, deps, ctx, versions, before)
  // Who decided knew what was said since: that this message is older does not hold it up.
  const changedAt = message.changedAt && { changedAt: new Date(message.changedAt).toISOString() }
  await changeEvents(tx, of, { patientId: now, personKey, ...changedAt })
}

async function takeOver(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  known: Patient | undefined,
  { message: { patient } }: ResolvedEvent,
  winner: EventAcceptance['winner'],
) {
  if (!known || winner !== 'theirs' || !('birthDate' in patient)) return
  await takePerson(tx, deps, known.id, patient)
}

async function enrolIt(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId' | 'seal'>,
  ctx: Ctx,
  directory: Directory,
  one: ResolvedEvent,
  { known, teamId }: { known: Patient | undefined; teamId: string | undefined },
) {
  const teams = teamsOf(one)
  const team = teamId ? teams.find(({ id }) => id === teamId) : teams.length === 1 ? teams[0] : undefined
  if (!team) throw refused('team_needed', 'Say which team enrols this patient')
  if (known?.deceasedOn) throw conflict('deceased', 'This patient has died')
  await enrolOne(tx, deps, ctx, directory, one, team, known?.id ?? null)
}
