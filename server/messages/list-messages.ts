import { and, asc, desc, eq, gt, isNotNull, isNull, lt, or } from 'drizzle-orm'
import type { Localised } from '../../core/words.ts'
import { recordRead } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { links, messages } from '../db/schema/messages.ts'
import { patients } from '../db/schema/patients.ts'
import type { Deps } from '../deps.ts'
import { readOrganisation } from '../organisations/store.ts'
import type { MessageState } from '../outbox/history.ts'
import { heldAmong } from '../outbox/pauses.ts'
import { aboutOf } from '../outbox/titles.ts'
import { whyWaits } from '../outbox/why-waits.ts'
import { asleepAt } from './awake.ts'
import { reachOf, withinReach } from './reach.ts'

const ON_A_PAGE = 50

export type ListedMessage = {
  id: string
  patient: { id: string; name: string }
  kind: string
  channel: string
  /** When it got into its state; for what waits, when it may go. */
  at: string
  why: string | null
  deliveredAt: string | null
  /** When a person first opened its link. */
  openedAt: string | null
  about: Localised[]
}

const states = {
  waiting: {
    at: messages.dueAt,
    which: and(isNull(messages.sentAt), isNull(messages.suppressedAt), isNull(messages.failedAt)),
  },
  sent: { at: messages.sentAt, which: and(isNotNull(messages.sentAt), isNull(messages.failedAt)) },
  suppressed: { at: messages.suppressedAt, which: isNotNull(messages.suppressedAt) },
  failed: { at: messages.failedAt, which: isNotNull(messages.failedAt) },
} as const satisfies Record<MessageState, unknown>

/** The last message of a page: the next page begins behind it. */
type Behind = { at: string; id: string }

/** Messages to patients in one state, newest first (what waits: what goes first), page by page. */
export async function listMessages(
  deps: Deps,
  ctx: Ctx,
  { state, behind }: { state: MessageState; behind: Behind | null },
): Promise<{ rows: ListedMessage[]; more: Behind | null }> {
  const { db } = deps
  const reach = reachOf(ctx, 'messages:list')
  const { at, which } = states[state]
  const further = state === 'waiting' ? gt : lt
  const next = behind
    ? or(further(at, behind.at), and(eq(at, behind.at), gt(messages.id, behind.id)))
    : undefined
  const found = await db
    .select({
      id: messages.id,
      patient: { id: patients.id, givenName: patients.givenName, familyName: patients.familyName },
      kind: messages.kind,
      channel: messages.channel,
      at,
      why: messages.why,
      dueAt: messages.dueAt,
      deliveredAt: messages.deliveredAt,
      openedAt: links.openedAt,
    })
    .from(messages)
    .innerJoin(patients, eq(patients.id, messages.patientId))
    .leftJoin(links, and(eq(links.messageId, messages.id), eq(links.kind, 'answer')))
    .where(and(withinReach(db, ctx, reach), which, next))
    .orderBy(state === 'waiting' ? asc(at) : desc(at), asc(messages.id))
    .limit(ON_A_PAGE)
  await recordRead(deps, ctx, {
    type: 'messages.listed',
    patients: found.map(({ patient }) => patient.id),
    detail: { state },
  })
  const ids = found.map(({ id }) => id)
  const about = await aboutOf(deps, ids, reach)
  const why = state === 'waiting' ? await whyOf(deps, ctx, ids) : ({ why }: { why: string | null }) => why
  const rows = found.map(({ patient, dueAt, ...row }) => ({
    ...row,
    at: row.at ?? '',
    patient: { id: patient.id, name: `${patient.givenName} ${patient.familyName}` },
    why: why({ ...row, dueAt }),
    about: about.get(row.id) ?? [],
  }))
  const last = rows.length === ON_A_PAGE ? rows.at(-1) : null
  return { rows, more: last ? { at: last.at, id: last.id } : null }
}

/** What keeps each of these messages, which wait. */
async function whyOf({ db, now }: Deps, ctx: Ctx, ids: string[]) {
  const held = await heldAmong(db, ids)
  const asleep = asleepAt(await readOrganisation(db, ctx), now().toISOString())
  return (message: Parameters<typeof whyWaits>[0]) => whyWaits(message, { held, asleepAt: asleep })
}
