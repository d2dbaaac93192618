import type { Admission, AppointmentMessage } from '../../core/feeds/appointment-message.ts'
import { sameDayBy } from '../../core/feeds/feed-rules.ts'
import { localDate } from '../../core/time/dates.ts'
import { type Directory, readDirectory } from '../appointments/directory.ts'
import type { Resolved } from '../appointments/resolve.ts'
import { inOrder, isOurs, knownNoneOfOurs, resolveAll } from '../appointments/resolve-all.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { inChunks } from '../db/chunks.ts'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { keepBsns } from '../patients/bsns.ts'
import { linkIdentities } from '../patients/identities.ts'
import { lockPatients } from '../patients/lock.ts'
import { decideAll } from './admit/decide.ts'
import { type Desk, noWrites, type Source } from './admit/desk.ts'
import { applyToldBefore, bsnsOf, idsOf, registerUnknown } from './admit/people.ts'
import { loadBooked, settled } from './admit/same-day.ts'
import { dropQuestions } from './admit/same-day-questions.ts'
import { emptyWorld, forgetKnown, loadWorld, type World } from './admit/world.ts'
import { writeAdmissions } from './admit/write.ts'
import { recordDeaths } from './end-enrolment.ts'
import { planEnrolments } from './plan-enrolment.ts'

type Tools = Pick<Deps, 'db' | 'now' | 'newId' | 'seal' | 'definitions' | 'config'>

/** How many messages one transaction takes in: as many as one request may bring. */
const CHUNK = 500

/**
 * Takes in what a planning system says about appointments: registers the unknown, finds or makes the enrolment, moves
 * and cancels what hangs on an appointment, sets aside what may be the wrong person. The same message twice is
 * harmless. Nothing at all is written when one cannot be understood (422 'messages_wrong', with every problem).
 */
export async function admitAppointments(
  deps: Tools,
  ctx: Ctx,
  messages: readonly AppointmentMessage[],
  { source, teamId = null }: { source: Source; teamId?: string | null },
): Promise<Admission[]> {
  const directory = await readDirectory(deps, ctx)
  const known = await knownNoneOfOurs(deps.db, ctx, messages, directory, { teamId, source })
  const resolved = resolveAll(messages, directory, teamId, known)
  const admissions: Admission[] = []
  for (const chunk of inChunks(resolved.filter(isOurs), CHUNK))
    admissions.push(...(await admitChunk(deps, ctx, directory, chunk, { source })))
  return inOrder(resolved, admissions)
}

type Options = {
  source: Source
  /** More to write in the same transaction, such as the progress of an import. */
  alongside?: (tx: Tx) => Promise<unknown>
}

/** Takes in some messages in one transaction: all of them or none. */
export const admitChunk = (
  deps: Tools,
  ctx: Ctx,
  directory: Directory,
  chunk: readonly Resolved[],
  options: Options,
): Promise<Admission[]> =>
  deps.db.transaction(async (tx) => {
    const admissions = await admitIn(tx, deps, ctx, directory, chunk, options.source)
    await options.alongside?.(tx)
    return admissions
  })

/** The same inside the caller's transaction. */
export async function admitIn(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId' | 'seal'>,
  ctx: Ctx,
  directory: Directory,
  chunk: readonly Resolved[],
  source: Source,
): Promise<Admission[]> {
  const registered = await registerUnknown(tx, deps, ctx, directory, chunk)
  const world = emptyWorld()
  await lockPatients(tx, await idsOf(tx, ctx, chunk))
  const patientIds = await loadWorld(tx, ctx, chunk, world, registered)
  const desk = deskOf(deps, ctx, directory, source, world)
  if (desk.asksSameDay) await loadBooked(tx, world, patientIds, directory.zone)
  const admissions = decideAll(desk, chunk)
  const { writes } = desk
  await writeAdmissions(
    tx,
    { ...deps, bsn: directory.bsn },
    ctx,
    world,
    writes,
    directory.versions,
    directory.zone,
  )
  await dropQuestions(tx, settled(world))
  await linkIdentities(tx, deps, ctx, [...writes.identities.values()])
  await planEnrolments(tx, deps, directory.versions, writes.touched)
  await applyToldBefore(tx, deps, ctx, directory, { chunk, world, writes })
  await recordDeaths(tx, deps, ctx, directory.versions, writes.deaths)
  await keepBsns(tx, deps, ctx, directory, source, bsnsOf(chunk, admissions))
  await recordAdmissions(tx, deps, ctx, admissions, registered)
  return admissions
}

/**
 * What would happen, without writing: the same decisions on the same facts. `world` carries what earlier chunks of the
 * same file would have made.
 */
export async function previewChunk(
  deps: Tools,
  ctx: Ctx,
  directory: Directory,
  chunk: readonly Resolved[],
  { source, world }: { source: Source; world: World },
): Promise<Admission[]> {
  const patientIds = await loadWorld(deps.db, ctx, chunk, world)
  const desk = deskOf(deps, ctx, directory, source, world)
  if (desk.asksSameDay) await loadBooked(deps.db, world, patientIds, directory.zone)
  const admissions = decideAll(desk, chunk)
  forgetKnown(world, chunk)
  return admissions
}

function deskOf(
  { now, newId }: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  { zone, feedRules }: Directory,
  source: Source,
  world: World,
): Desk {
  const at = now().toISOString()
  const asksSameDay = sameDayBy(feedRules, source) === 'ask'
  const today = localDate(at, zone)
  return { ctx, source, asksSameDay, now: at, today, newId, world, writes: noWrites() }
}

/** One line for the whole act, with how many of each: who was in it is listed beside. */
async function recordAdmissions(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId'>,
  ctx: Ctx,
  admissions: readonly Admission[],
  registered: ReadonlySet<string>,
) {
  const changed = admissions.filter(({ what }) => what !== 'unchanged' && what !== 'skipped')
  if (changed.length === 0) return
  const counts = Object.fromEntries(
    [...Map.groupBy(changed, ({ what }) => what)].map(([what, list]) => [what, list.length]),
  )
  await record(tx, deps, ctx, {
    action: 'U',
    type: 'appointments.admitted',
    patients: changed.flatMap(({ patientId }) => patientId ?? []),
    detail: { ...counts, registered: registered.size },
  })
}
