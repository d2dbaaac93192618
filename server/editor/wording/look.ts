import type { Instrument } from '../../../core/instruments/instrument.ts'
import type { Offer } from '../../../core/questionnaire/offered.ts'
import type { WordingFault } from '../../../core/wording/fault.ts'
import { languagesIn, wordingFaults } from '../../../core/wording/faults.ts'
import { type Chosen, matchOffer, type Pair } from '../../../core/wording/match.ts'
import type { Tx } from '../../db/database.ts'
import { storedInstrument } from '../../definitions/stored.ts'
import { conflict } from '../../http/problem.ts'
import { isCurrent, type Row, readWhole } from '../rows.ts'
import { readWordingFile, type WordingFile } from './read-file.ts'

export type Look = {
  instrument: Instrument
  row: Row
  offer: Offer
  pairs: Pair[]
  faults: WordingFault[]
  languages: string[]
}

/**
 * What a file would be as the wording of an instrument: which question goes with which item, and all that is wrong with
 * it. Nothing is stored. 409 ('no_place_for_wording') for a set, and for questions of our own; ('not_current') for a
 * version that is old, retired or being judged.
 */
export async function lookAtWording(db: Tx, id: string, file: WordingFile, chosen: Chosen): Promise<Look> {
  const { row } = await readWhole(db, id)
  const instrument = row.kind === 'instrument' ? storedInstrument(row) : null
  if (instrument?.kind !== 'published')
    throw conflict('no_place_for_wording', 'Only a questionnaire of others has its wording installed')
  if (!(await isCurrent(db, row)))
    throw conflict('not_current', 'Open the newest version that is not being judged, and install it there')
  const offer = await readWordingFile(file)
  const pairs = matchOffer(instrument, offer, chosen)
  return {
    instrument,
    row,
    offer,
    pairs,
    faults: wordingFaults(instrument, offer, pairs),
    languages: languagesIn(offer.items),
  }
}
