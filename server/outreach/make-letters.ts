import { and, eq, inArray, isNull } from 'drizzle-orm'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { links, messageAssessments, messages } from '../db/schema/messages.ts'
import type { Deps } from '../deps.ts'
import { addLinks } from '../links/store.ts'
import { tokenOf, typedCodeOf } from '../links/token.ts'
import { type MailFacts, type Recipient, readFacts } from '../outbox/facts.ts'
import { blank } from '../outbox/store.ts'
import { notMailedAbout, type Why } from '../outbox/verdict.ts'
import { lockPatients } from '../patients/lock.ts'
import { type DueLetter, dueLetters, letterBatch, numbersOf, waitingLetters } from './letters.ts'
import { type Paper, paperOf } from './paper.ts'

/**
 * Makes today's letters and gives all that wait to be posted, to be printed; again is harmless. What was answered,
 * refused or ended meanwhile is taken out, with its reason. Each letter has a link and a code of its own.
 */
export async function makeLetters(deps: Deps, ctx: Ctx): Promise<Paper[]> {
  const now = deps.now().toISOString()
  const due = await dueLetters(deps, ctx)
  const { standing, people } = await deps.db.transaction(async (tx) => {
    await lockPatients(tx, due.keys())
    for (const letters of due.values()) await writeLetter(tx, deps, ctx, letters, now)
    const waiting = await waitingLetters(tx, ctx)
    const facts = await readFacts(
      tx,
      waiting.map(({ message }) => message),
      now,
    )
    const judged = facts.flatMap((one) => (one.patient ? [{ ...one, patient: one.patient }] : []))
    const stands = judged.filter((one) => verdictOnPaper(one, now) === null)
    await takeOut(tx, judged, now)
    await addLinks(tx, deps, stands.map(linkOf))
    await record(tx, deps, ctx, {
      action: 'E',
      type: 'letters.printed',
      patients: stands.map(({ patient }) => patient.id),
    })
    return { standing: stands, people: waiting.map(({ person }) => person) }
  })
  return papersOf(deps, standing, await numbersOf(deps.db, people))
}

type Facts = MailFacts & { patient: Recipient }

async function writeLetter(tx: Tx, deps: Deps, ctx: Ctx, letters: readonly DueLetter[], now: string) {
  const [first] = letters
  if (!first) return
  const patientId = first.asked.person.id
  const row = {
    ...blank(deps, ctx.organisationId, 'invitation'),
    channel: 'letter',
    patientId,
    batch: letterBatch(patientId, now, first.zone),
  }
  const written = await tx.insert(messages).values(row).onConflictDoNothing().returning({ id: messages.id })
  if (written.length === 0) return
  // Mail counts its invitations from 1; the minute of a letter, counted from 1970, is a number of its own.
  const about = { messageId: row.id, kind: 'invitation', ordinal: Math.floor(Date.parse(now) / 60_000) }
  await tx
    .insert(messageAssessments)
    .values(letters.map(({ asked: { assessmentId } }) => ({ id: deps.newId('mas'), assessmentId, ...about })))
}

/** Why a letter is not to be posted any more, or null. It needs no mail address. */
function verdictOnPaper({ message, patient, asked }: Facts, now: string): Why | null {
  if (patient.deceasedOn) return 'deceased'
  if (patient.optedOutAt) return 'opted-out'
  const reasons = asked.map((one) => notMailedAbout(one, message.kind, now))
  return reasons.includes(null) ? null : (reasons[0] ?? 'nothing-open')
}

async function takeOut(tx: Tx, letters: readonly Facts[], now: string) {
  for (const [why, group] of Map.groupBy(letters, (one) => verdictOnPaper(one, now)))
    if (why !== null)
      await tx
        .update(messages)
        .set({ suppressedAt: now, why })
        .where(
          inArray(
            messages.id,
            group.map(({ message }) => message.id),
          ),
        )
}

function linkOf({ message, patient, asked }: Facts) {
  const dead = asked.map(({ linkDeadAt }) => linkDeadAt).toSorted()
  return {
    kind: 'answer' as const,
    patientId: patient.id,
    messageId: message.id,
    diesAt: dead.at(-1) ?? message.createdAt,
    typed: true,
  }
}

async function papersOf(deps: Deps, letters: readonly Facts[], numbers: ReadonlyMap<string, string>) {
  const ids = letters.map(({ message }) => message.id)
  const rows = await deps.db
    .select()
    .from(links)
    .where(and(inArray(links.messageId, [...ids, '']), eq(links.kind, 'answer'), isNull(links.revokedAt)))
  const linkTo = new Map(rows.map((link) => [link.messageId, link]))
  return Promise.all(
    letters.flatMap((facts) => {
      const link = linkTo.get(facts.message.id)
      const number = numbers.get(facts.patient.id) ?? ''
      if (!link) return []
      const [token, code] = [tokenOf(deps.secret, link), typedCodeOf(deps.secret, link)]
      return [paperOf(deps, { facts, number, token, code })]
    }),
  )
}

/** These letters are in the post: from now on they count as sent. Gives how many; what was posted before is left alone. */
export async function markPosted(deps: Deps, ctx: Ctx, ids: readonly string[]): Promise<number> {
  return deps.db.transaction(async (tx) => {
    const waiting = await waitingLetters(tx, ctx)
    const mine = waiting.flatMap(({ message }) => (ids.includes(message.id) ? [message.id] : []))
    const posted = await tx
      .update(messages)
      .set({ sentAt: deps.now().toISOString() })
      .where(and(inArray(messages.id, [...mine, '']), isNull(messages.sentAt), isNull(messages.suppressedAt)))
      .returning({ patientId: messages.patientId })
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'letters.posted',
      patients: posted.flatMap(({ patientId }) => patientId ?? []),
    })
    return posted.length
  })
}
