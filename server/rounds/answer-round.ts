import { randomBytes } from 'node:crypto'
import { and, eq, exists, gt, sql } from 'drizzle-orm'
import { checkAnswers } from '../../core/answers/answers.ts'
import { typedAnswer } from '../../core/answers/typed-answer.ts'
import { holds } from '../../core/form/conditions.ts'
import { questionsOf } from '../../core/form/questions.ts'
import type { Instrument } from '../../core/instruments/instrument.ts'
import type { Answers } from '../../core/response.ts'
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

/**
 * A form as it was sent: its answers, and by item what was typed and cannot be an answer. What was left open is none.
 * `more` are questions that these answers bring, and that the page did not have.
 */
export type SentForm = { answers: Answers; refused: ReadonlyMap<string, string>; more: readonly string[] }

/** The field in which the page says which of the questions that hang on others it had. */
export const SHOWN = 'at-shown'

export function readForm(instrument: Instrument, field: (name: string) => string[]): SentForm {
  const typed = Object.fromEntries(
    instrument.items.map((item) => [item.key, typedAnswer(item, field(item.key))]),
  )
  const { answers, problems } = checkAnswers(instrument, typed, 'draft')
  const had = new Set([...shownItems(instrument, {}), ...field(SHOWN)])
  return {
    answers,
    refused: new Map(problems.map(({ item }) => [item, field(item)[0] ?? ''])),
    more: shownItems(instrument, answers).filter((name) => !had.has(name)),
  }
}

/** The questions that are asked with these answers: the others hang on what was not said. */
export const shownItems = ({ form }: Instrument, answers: Answers): string[] =>
  form
    ? questionsOf(form)
        .filter(({ conditions }) => conditions.every((condition) => holds(condition, answers)))
        .map(({ question }) => question.name)
    : []

/**
 * Keeps the answers of whoever holds this link, and takes the link away, together or not at all. Nothing else is
 * written: no row says who answered, or when. False where the link was used or the round is over.
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
    await addUnordered(tx, used.roundId, answers)
    return true
  })

/**
 * Writes all answers of a round again, in a new order at each answer: a database keeps rows in the order in which they
 * came, and whoever reads its files would know the last one. The round is held meanwhile: answers wait for each other.
 */
async function addUnordered(tx: Tx, roundId: string, answers: Answers): Promise<void> {
  await tx
    .update(teamRounds)
    .set({ invited: sql`${teamRounds.invited}` })
    .where(eq(teamRounds.id, roundId))
  const before = await tx
    .delete(roundAnswers)
    .where(eq(roundAnswers.roundId, roundId))
    .returning({ answers: roundAnswers.answers })
  const rows = [...before, { answers }].map((row) => ({ ...row, roundId, id: randomId() }))
  await tx.insert(roundAnswers).values(rows.toSorted((one, other) => (one.id < other.id ? -1 : 1)))
}

const randomId = () => `rna_${randomBytes(16).toString('hex')}`
