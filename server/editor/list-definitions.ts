import { asc, desc } from 'drizzle-orm'
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
  const instruments = new Map(
    rows.filter(({ kind }) => kind === 'instrument').map((row) => [row.id, storedInstrument(row)]),
  )
  const titles = new Map([...instruments.values()].toReversed().map((one) => [one.id, titleForStaff(one)]))
  const versions = rows.map((row) => {
    const { id, kind, definition, version, status, createdAt, publishedAt } = row
    const hasFaults = status === 'draft' && row.unfinished !== null
    const instrument = instruments.get(id)
    const inside = instrument ? insideInstrument(instrument, today) : insideSet(storedSet(row), titles)
    return { id, kind, definition, version, status, hasFaults, createdAt, publishedAt, ...inside }
  })
  const keeper = await readKeeper(db)
  const keptHere = keeper?.id === ctx.organisationId
  return { versions, keptHere, keptBy: keptHere ? null : (keeper?.name ?? null) }
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
