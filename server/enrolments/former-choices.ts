import { asc, inArray } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import { rowWriter } from '../db/row-writer.ts'
import { formerChoices } from '../db/schema/care.ts'
import type { Deps } from '../deps.ts'

// What a treatment or a lead clinician was before it changed: what was measured belongs to those of its own day.

type Kind = 'treatment' | 'lead'
export type FormerChoice = {
  enrolmentId: string
  teamId: string
  kind: Kind
  value: string | null
  /** ISO date; null from the beginning. */
  from: string | null
  /** ISO date: the first day on which it no longer was so. */
  until: string
}

export async function keepFormer(
  tx: Tx,
  { newId, now }: Pick<Deps, 'newId' | 'now'>,
  former: readonly FormerChoice[],
): Promise<void> {
  const changedAt = now().toISOString()
  await writeFormer(
    tx,
    former.map((one) => ({ ...one, id: newId('for'), changedAt })),
  )
}

const writeFormer = rowWriter(formerChoices, (insert, size) => insert.prepare(`former_choices_${size}`))

/** By enrolment and kind, what was first to end first. */
export type Former = ReadonlyMap<string, readonly Pick<FormerChoice, 'value' | 'from' | 'until'>[]>

export async function readFormer(db: Tx, teamIds: readonly string[]): Promise<Former> {
  const rows = await db
    .select({
      enrolment: formerChoices.enrolmentId,
      kind: formerChoices.kind,
      value: formerChoices.value,
      from: formerChoices.from,
      until: formerChoices.until,
    })
    .from(formerChoices)
    .where(inArray(formerChoices.teamId, [...teamIds, '']))
    .orderBy(asc(formerChoices.until), asc(formerChoices.changedAt), asc(formerChoices.id))
  return Map.groupBy(rows, ({ enrolment, kind }) => `${enrolment} ${kind}`)
}

const formerOn = (former: Former, enrolment: string, kind: Kind, on: string) =>
  former.get(`${enrolment} ${kind}`)?.find(({ until }) => until > on)

type Chosen = { enrolment: string; treatment: string | null; treatmentChosenOn: string | null }

/** The treatment as it was on a date: a choice of today moves nobody in what was told of earlier months. */
export function treatmentOn(former: Former, on: string, chosen: Chosen): string | null {
  const { enrolment, treatment, treatmentChosenOn } = chosen
  const was = formerOn(former, enrolment, 'treatment', on) ?? { value: treatment, from: treatmentChosenOn }
  return was.from === null || was.from <= on ? was.value : null
}

/** The lead clinician as it was on a date. */
export function leadOn(
  former: Former,
  on: string,
  { enrolment, leadClinician }: { enrolment: string; leadClinician: string | null },
): string | null {
  const was = formerOn(former, enrolment, 'lead', on)
  return was ? was.value : leadClinician
}
