import { randomBytes } from 'node:crypto'
import { and, eq, exists, gt } from 'drizzle-orm'
import { checkAnswers } from '../../core/answers.ts'
import type { Instrument } from '../../core/instrument.ts'
import type { Answers } from '../../core/response.ts'
import { typedAnswer } from '../../core/typed-answer.ts'
import type { Tx } from '../db/database.ts'
import { definitionVersions, organisations, teams } from '../db/schema/organisations.ts'
import { roundAnswers, roundLinks, teamRounds } from '../db/schema/rounds.ts'
import { storedInstrument } from '../definitions/stored.ts'
import type { Deps } from '../deps.ts'
import { cleanToken, hashOf } from '../links/token.ts'

export type AskedRound = { team: string; organisation: string; instrument: Instrument }

/** What a link asks, and for which team; null where it is unknown, used, or of a round that is over. */
export async function askedBy(db: Tx, token: string, now: Date): Promise<AskedRound | null> {
  const [row] = await db
    .select({ team: teams.name, organisation: organisations.name, version: definitionVersions })
    .from(roundLinks)
    .innerJoin(teamRounds, eq(teamRounds.id, roundLinks.roundId))
    .innerJoin(teams, eq(teams.id, teamRounds.teamId))
    .innerJoin(organisations, eq(organisations.id, teams.organisationId))
    .innerJoin(definitionVersions, eq(definitionVersions.id, teamRounds.instrumentVersionId))
    .where(and(eq(roundLinks.hash, hashOf(cleanToken(token))), gt(teamRounds.closesAt, now.toISOString())))
  if (!row) return null
  return { team: row.team, organisation: row.organisation, instrument: storedInstrument(row.version) }
}

/** The answers in a sent form: what was left open, or cannot be, is no answer. */
export function answersIn(instrument: Instrument, field: (name: string) => string[]): Answers {
  const typed = Object.fromEntries(
    instrument.items.map((item) => [item.key, typedAnswer(item, field(item.key))]),
  )
  return checkAnswers(instrument, typed, 'draft').answers
}

/**
 * Keeps the answers of whoever holds this link, and takes the link away, together or not at all. Nothing else is
 * written: who answered, and when, is known nowhere. False where the link was used or the round is over.
 */
export const answerRound = (
  deps: Pick<Deps, 'db' | 'now'>,
  token: string,
  answers: Answers,
): Promise<boolean> =>
  deps.db.transaction(async (tx) => {
    const isOpen = tx
      .select({ id: teamRounds.id })
      .from(teamRounds)
      .where(and(eq(teamRounds.id, roundLinks.roundId), gt(teamRounds.closesAt, deps.now().toISOString())))
    const [used] = await tx
      .delete(roundLinks)
      .where(and(eq(roundLinks.hash, hashOf(cleanToken(token))), exists(isOpen)))
      .returning({ roundId: roundLinks.roundId })
    if (!used) return false
    const id = `rna_${randomBytes(16).toString('hex')}`
    await tx.insert(roundAnswers).values({ id, roundId: used.roundId, answers })
    return true
  })
