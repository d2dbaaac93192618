import { randomBytes } from 'node:crypto'
import { and, eq, gt } from 'drizzle-orm'
import type { Instrument } from '../../core/instruments/instrument.ts'
import { mayBeAsked } from '../../core/instruments/licence.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import { roundLinks, teamRounds } from '../db/schema/rounds.ts'
import { storedInstrument } from '../definitions/stored.ts'
import type { Deps } from '../deps.ts'
import { conflict, refused } from '../http/problem.ts'
import { hashOf } from '../links/token.ts'

type Works = Pick<Deps, 'db' | 'config' | 'now' | 'newId'>
const DAY_MS = 86_400_000

/** The questionnaires that colleagues and partners can be asked now: published, and made for them. */
export async function askable({
  db,
  now,
}: Pick<Deps, 'db' | 'now'>): Promise<{ versionId: string; instrument: Instrument }[]> {
  const rows = await db
    .select()
    .from(definitionVersions)
    .where(and(eq(definitionVersions.kind, 'instrument'), eq(definitionVersions.status, 'published')))
  const today = now().toISOString().slice(0, 10)
  return rows
    .map((row) => ({ versionId: row.id, instrument: storedInstrument(row) }))
    .filter(({ instrument }) => instrument.respondents === 'staff' && mayBeAsked(instrument, today))
}

/**
 * Starts a round: as many links as people are asked, each good for one answer. The links are given out once and kept
 * nowhere; who gets which is not known here. 422 ('not_for_staff').
 */
export async function startRound(
  deps: Works,
  ctx: Ctx,
  teamId: string,
  { instrument, people, days }: { instrument: string; people: number; days: number },
): Promise<{ id: string; links: string[] }> {
  const found = (await askable(deps)).find((one) => one.instrument.id === instrument)
  if (!found) throw refused('not_for_staff', 'This is no questionnaire for colleagues and partners')
  const tokens = Array.from({ length: people }, () => randomBytes(32).toString('base64url'))
  const id = deps.newId('rnd')
  const at = deps.now()
  await deps.db.transaction(async (tx) => {
    await tx.insert(teamRounds).values({
      id,
      teamId,
      instrumentVersionId: found.versionId,
      invited: people,
      startedBy: ctx.actor.id,
      startedAt: at.toISOString(),
      closesAt: closingOf(found.instrument.licence, at, days),
    })
    await tx.insert(roundLinks).values(tokens.map((token) => ({ hash: hashOf(token), roundId: id })))
    await record(tx, deps, ctx, {
      action: 'C',
      type: 'round.started',
      object: { type: 'round', id },
      detail: { people },
    })
  })
  return { id, links: tokens.map((token) => `${deps.config.PUBLIC_URL}/ronde/${token}`) }
}

/** After so many days, and no later than the licence of what is asked. */
function closingOf({ validTo }: Instrument['licence'], at: Date, days: number): string {
  const after = new Date(at.getTime() + days * DAY_MS).toISOString()
  const last = `${validTo}T23:59:59.999Z`
  return validTo !== undefined && last < after ? last : after
}

/** Ends a round before its day: links stop working, and what was answered is shown. 409 ('round_over'). */
export async function endRound(deps: Works, ctx: Ctx, teamId: string, id: string): Promise<void> {
  const now = deps.now().toISOString()
  await deps.db.transaction(async (tx) => {
    const [ended] = await tx
      .update(teamRounds)
      .set({ closesAt: now })
      .where(and(eq(teamRounds.id, id), eq(teamRounds.teamId, teamId), gt(teamRounds.closesAt, now)))
      .returning({ id: teamRounds.id })
    if (!ended) throw conflict('round_over', 'This round is over, or not of this team')
    await record(tx, deps, ctx, { action: 'U', type: 'round.ended', object: { type: 'round', id } })
  })
}
