import { and, eq, isNull } from 'drizzle-orm'
import type { Admission } from '../../core/feeds/appointment-message.ts'
import { fold } from '../../core/words/fold.ts'
import { type Directory, readDirectory } from '../appointments/directory.ts'
import { type Resolved, resolveMessage } from '../appointments/resolve.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { quarantine } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { lockPatients } from '../patients/lock.ts'
import { takePerson } from '../patients/take-person.ts'
import { acceptPerson } from './accept-person.ts'
import type { Source } from './admit/desk.ts'
import { admitIn } from './admit-appointment.ts'
import { acceptMerge, isOfMerge } from './aside-merge.ts'
import { openMessage, type Sealing } from './aside-message.ts'
import { isOfPerson } from './aside-person.ts'
import { type Aside, closeAsides, isThere, openAside } from './aside-verdict.ts'
import { countBeside } from './count-beside.ts'
import { acceptEvent } from './events/accept-event.ts'
import { isOfEvent } from './events/doubt-events.ts'
import { endElsewhere, freeNumber, holderOf } from './make-room.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'definitions' | 'config'>
/** Whose name and birth date hold from now on; the side or the team, where that was the question; when what was read came in. */
export type Acceptance = {
  winner: 'ours' | 'theirs'
  side?: 'left' | 'right' | 'both' | undefined
  teamId?: string | undefined
  seen?: string | undefined
}

/**
 * Takes in a message that was set aside, together with the others that make the same claim about the same patient.
 * 404 when it is not the organisation's, 409 ('resolved_before') when somebody was first,
 * ('said_again') when it came in again since it was read; 422 when it still cannot be
 * understood or lacks the side.
 */
export async function acceptAside(
  deps: Tools,
  ctx: Ctx,
  id: string,
  choice: Acceptance,
): Promise<Admission[]> {
  const aside = await openAside(deps.db, ctx, id, choice.seen)
  const directory = await readDirectory(deps, ctx)
  if (isOfMerge(aside.message)) {
    await acceptMerge(deps, ctx, directory, aside)
    return []
  }
  if (isOfPerson(aside.message)) {
    await acceptPerson(deps, ctx, directory, aside, choice.winner)
    return []
  }
  if (isOfEvent(aside.message)) {
    await acceptEvent(deps, ctx, directory, aside, choice)
    return []
  }
  if (aside.reason === 'same-day') {
    await countBeside(deps, ctx, aside)
    return []
  }
  return deps.db.transaction(async (tx) => {
    const sealing = { seal: deps.seal, bsn: directory.bsn }
    const all = await sameClaim(tx, sealing, ctx, aside)
    const messages = all.map((one) => ({
      id: one.id,
      resolved: resolveAside(sealing, one, choice, directory),
    }))
    const holder = await holderOf(tx, ctx, aside, messages[0]?.resolved)
    await lockPatients(tx, [aside.patientId, holder?.patientId].filter(isThere))
    await closeAsides(tx, deps, ctx, all, 'accepted', holder?.patientId)
    if (choice.winner === 'theirs') await takeOver(tx, deps, sealing, aside)
    const resolved = messages.map((one) => one.resolved)
    if (aside.reason === 'other-team') await endElsewhere(tx, deps, directory, aside, resolved[0])
    if (holder) await freeNumber(tx, deps, directory, aside, holder)
    return admitIn(tx, deps, ctx, directory, resolved, aside.source as Source)
  })
}

/** Leaves a message aside for good; 404 and 409 as accepting does. */
export async function rejectAside(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  id: string,
  seen: string | undefined,
): Promise<void> {
  const aside = await openAside(deps.db, ctx, id, seen)
  await deps.db.transaction((tx) => closeAsides(tx, deps, ctx, [aside], 'rejected'))
}

async function sameClaim(tx: Tx, sealing: Sealing, ctx: Ctx, aside: Aside): Promise<Aside[]> {
  if (!aside.patientId || !aside.reason.endsWith('-differs')) return [aside]
  const open = await tx
    .select()
    .from(quarantine)
    .where(
      and(
        eq(quarantine.organisationId, ctx.organisationId),
        eq(quarantine.patientId, aside.patientId),
        eq(quarantine.reason, aside.reason),
        isNull(quarantine.resolvedAt),
      ),
    )
  return open.filter((one) => claimOf(sealing, one) === claimOf(sealing, aside))
}

function claimOf(sealing: Sealing, { id, message }: Aside): string {
  const { givenName, familyName, birthDate } = openMessage(sealing, id, message).patient
  return `${fold(`${givenName} ${familyName}`)} ${birthDate}`
}

function resolveAside(sealing: Sealing, aside: Aside, { side }: Acceptance, directory: Directory): Resolved {
  const { patient, ...message } = openMessage(sealing, aside.id, aside.message)
  // What is said of the person is no newer for having waited.
  const changedAt = patient.changedAt ?? message.changedAt ?? aside.receivedAt
  const told = { ...message, side: side ?? message.side, patient: { ...patient, changedAt } }
  const resolved = resolveMessage(told, directory, null)
  if (Array.isArray(resolved))
    throw refused('messages_wrong', 'This appointment cannot be taken in any more', { problems: resolved })
  if (aside.reason === 'side-unknown' && resolved.side === null)
    throw refused('side_needed', 'Say which side it is about: left, right or both')
  return resolved
}

/** The message's name and birth date become the patient's. */
async function takeOver(tx: Tx, deps: Tools, sealing: Sealing, aside: Aside) {
  if (!aside.patientId || !aside.reason.endsWith('-differs')) return
  await takePerson(tx, deps, aside.patientId, openMessage(sealing, aside.id, aside.message).patient)
}
