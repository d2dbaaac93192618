import type { Licence } from '../../../core/instruments/instrument.ts'
import { withWording } from '../../../core/wording/install.ts'
import type { Chosen } from '../../../core/wording/match.ts'
import type { Ctx } from '../../ctx.ts'
import type { Deps } from '../../deps.ts'
import { conflict, refused } from '../../http/problem.ts'
import { draftHashOf, newestOf, type Row } from '../rows.ts'
import type { Version } from '../steps.ts'
import { takeDefinitions } from '../take-definitions.ts'
import { lookAtWording } from './look.ts'
import type { WordingFile } from './read-file.ts'

export type Wording = {
  file: WordingFile
  chosen: Chosen
  licence: Licence
  /** Somebody read what is to be looked at, and lets it stand. */
  looked: boolean
}

/**
 * Makes a draft of an instrument with this wording and this licence; it is sent to nobody before a second person has
 * compared it with the owner's text and published it. 409 ('unfinished') while somebody's text with faults stands in the
 * draft, 422 ('wording_faults', 'wording_to_look_at', 'faults').
 */
export async function installWording(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  id: string,
  { file, chosen, licence, looked }: Wording,
): Promise<Version> {
  const { instrument, row, offer, pairs, faults } = await lookAtWording(deps.db, id, file, chosen)
  const replacing = ownDraft(row)
  if (faults.some(({ looks }) => !looks))
    throw refused('wording_faults', 'This wording does not fit', { faults })
  if (faults.length > 0 && !looked)
    throw refused('wording_to_look_at', 'Look at what is marked first', { faults })
  const version = row.status === 'draft' ? row.version : (await newestOf(deps.db, row)) + 1
  const seen = { ...licence, checkedBy: ctx.actor.name, checkedOn: deps.now().toISOString().slice(0, 10) }
  const worded = withWording(instrument, { offer, pairs, licence: seen, version })
  const [draft] = await takeDefinitions(deps, ctx, JSON.stringify(worded), { note: file.name, replacing })
  if (!draft) throw conflict('wording_is_here', 'This wording is here already')
  return draft
}

/** The draft that was open gets the wording, which was laid over what it says now. */
function ownDraft(row: Row): Record<string, string> {
  if (row.status !== 'draft') return {}
  if (row.unfinished !== null)
    throw conflict('unfinished', 'There are faults in the text that is being written')
  return { [row.id]: draftHashOf(row) }
}
