import { asc, desc } from 'drizzle-orm'
import { type Instrument, instrumentShape } from '../../core/instrument.ts'
import { outcomeSetShape } from '../../core/outcome-set.ts'
import { titleForStaff } from '../../core/staff-title.ts'
import type { Localised } from '../../core/words.ts'
import type { Ctx } from '../ctx.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import type { Deps } from '../deps.ts'
import { readKeeper } from '../organisations/keeper.ts'

/** All versions of all definitions, the newest of each first, with what they are made of; and who else keeps them, if so. */
export async function listDefinitions({ db }: Pick<Deps, 'db'>, ctx: Ctx) {
  const rows = await db
    .select()
    .from(definitionVersions)
    .orderBy(
      desc(definitionVersions.kind),
      asc(definitionVersions.definition),
      desc(definitionVersions.version),
    )
  // Through today's shapes: an older file says nothing about what was added since.
  const instruments = new Map(
    rows
      .filter(({ kind }) => kind === 'instrument')
      .map(({ id, content }) => [id, instrumentShape.parse(JSON.parse(content))]),
  )
  const titles = new Map([...instruments.values()].toReversed().map((one) => [one.id, titleForStaff(one)]))
  const versions = rows.map(({ id, kind, definition, version, status, content, createdAt, publishedAt }) => {
    const instrument = instruments.get(id)
    const inside = instrument ? insideInstrument(instrument) : insideSet(content, titles)
    return { id, kind, definition, version, status, createdAt, publishedAt, ...inside }
  })
  const keeper = await readKeeper(db)
  const keptHere = keeper?.id === ctx.organisationId
  return { versions, keptHere, keptBy: keptHere ? null : (keeper?.name ?? null) }
}

/** An instrument without wording can hold scores and history, and cannot be sent. */
function insideInstrument(instrument: Instrument) {
  const { about, form, recall, minutes, items, scales, licence } = instrument
  const { class: kind, owner, note = null, evidenceUrl = null } = licence
  return {
    title: titleForStaff(instrument),
    about,
    canBeSent: form !== null,
    licence: { class: kind, owner, note, evidenceUrl },
    instrument: { recall, minutes, questions: items.length, scales: scales.map(({ title }) => title) },
    set: null,
  }
}

function insideSet(content: string, titles: ReadonlyMap<string, Localised>) {
  const { title, about, moments, instruments } = outcomeSetShape.parse(JSON.parse(content))
  const used = instruments.map(({ id, version }) => ({
    title: titles.get(id) ?? { nl: id, en: id },
    version,
  }))
  const set = { moments: moments.map(titleForStaff), instruments: used }
  return { title, about, canBeSent: true, licence: null, instrument: null, set }
}
