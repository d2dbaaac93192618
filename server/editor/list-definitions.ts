import { asc, desc } from 'drizzle-orm'
import { ZodError } from 'zod'
import { wayAsked } from '../../core/adaptive/way-asked.ts'
import type { Instrument } from '../../core/instruments/instrument.ts'
import { licenceStanding } from '../../core/instruments/licence.ts'
import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import { titleForStaff } from '../../core/outcome-sets/staff-title.ts'
import type { Localised } from '../../core/words.ts'
import type { Ctx } from '../ctx.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import { storedInstrument, storedSet } from '../definitions/stored.ts'
import type { Deps } from '../deps.ts'
import { readKeeper } from '../organisations/keeper.ts'

/** All versions of all definitions, the newest of each first, with what they are made of; and who else keeps them, if so. */
export async function listDefinitions({ db, now }: Pick<Deps, 'db' | 'now'>, ctx: Ctx) {
  const today = now().toISOString().slice(0, 10)
  const rows = await db
    .select()
    .from(definitionVersions)
    .orderBy(
      desc(definitionVersions.kind),
      asc(definitionVersions.definition),
      desc(definitionVersions.version),
    )
  const read = rows.map((row) => ({ row, ...readStored(row) }))
  const titles = new Map(
    read
      .flatMap(({ instrument }) => instrument ?? [])
      .toReversed()
      .map((one) => [one.id, titleForStaff(one)]),
  )
  const versions = read.map(({ row, instrument, set, unreadable }) => {
    const { id, kind, definition, version, status, createdAt, publishedAt } = row
    const hasFaults = status === 'draft' && row.unfinished !== null
    const inside = instrument
      ? insideInstrument(instrument, today)
      : set
        ? insideSet(set, titles)
        : insideNothing(row)
    return { id, kind, definition, version, status, hasFaults, unreadable, createdAt, publishedAt, ...inside }
  })
  const keeper = await readKeeper(db)
  const keptHere = keeper?.id === ctx.organisationId
  return { versions, keptHere, keptBy: keptHere ? null : (keeper?.name ?? null) }
}

type Row = typeof definitionVersions.$inferSelect

/** What a version holds; where today's program cannot read it, the place that it stumbles over: the others are still listed. */
function readStored(row: Row) {
  const nothing = { instrument: null, set: null, unreadable: null }
  try {
    if (row.kind === 'instrument') return { ...nothing, instrument: storedInstrument(row) }
    return { ...nothing, set: storedSet(row) }
  } catch (error) {
    return {
      ...nothing,
      unreadable: error instanceof ZodError ? (error.issues[0]?.path.join('.') ?? '') : '',
    }
  }
}

/** An instrument without wording can hold scores and history, and cannot be sent; one for staff is asked in rounds of a team. */
function insideInstrument(instrument: Instrument, today: string) {
  const { about, form, recall, minutes, items, scales, licence, respondents } = instrument
  const forStaff = respondents === 'staff'
  const way = wayAsked(instrument)
  const { class: kind, owner, note = null, evidenceUrl = null, agreementId = null } = licence
  const { validTo = null, languages = null, checkedOn = null, checkedBy = null } = licence
  const standing = licenceStanding(licence, today)
  const record = { agreementId, validTo, languages, checkedOn, checkedBy, standing }
  return {
    title: titleForStaff(instrument),
    about,
    canBeSent: form !== null && !forStaff,
    forStaff,
    licence: { class: kind, owner, note, evidenceUrl, ...record },
    instrument: { recall, minutes, questions: items.length, scales: scales.map(({ title }) => title), way },
    set: null,
  }
}

function insideSet(set: OutcomeSet, titles: ReadonlyMap<string, Localised>) {
  const { title, about, moments, instruments } = set
  const used = instruments.map(({ id, version }) => ({
    title: titles.get(id) ?? { nl: id, en: id },
    version,
  }))
  const made = { moments: moments.map(titleForStaff), instruments: used }
  return { title, about, canBeSent: true, forStaff: false, licence: null, instrument: null, set: made }
}

function insideNothing({ definition }: Row) {
  const title: Localised = { nl: definition, en: definition }
  const about: Localised = { nl: '', en: '' }
  return { title, about, canBeSent: false, forStaff: false, licence: null, instrument: null, set: null }
}
