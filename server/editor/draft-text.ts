import type { Fault } from '../../core/definitions/definition-text.ts'
import { lineAt, placeIn } from '../../core/definitions/json-places.ts'
import type { Tx } from '../db/database.ts'
import { checkText, type Right } from './check-text.ts'
import { type Row, readWhole } from './rows.ts'

/** What a text holds in place of a draft: one definition, the one that it is a draft of; else every fault. */
export async function checkDraft(
  db: Tx,
  { kind, definition, version }: Row,
  text: string,
): Promise<{ right: Right } | { faults: Fault[] }> {
  const checked = await checkText(db, text)
  if ('faults' in checked) return checked
  const [only, ...others] = checked.right
  const isIt = only?.kind === kind && only.content.id === definition && only.content.version === version
  if (isIt && others.length === 0) return { right: only }
  return { faults: [{ ...ofAnother(kind, definition, version), line: lineAt(text, placeIn(text, 'id')) }] }
}

function ofAnother(kind: string, id: string, version: number) {
  const right = `"id": "${id}", "version": ${version}`
  const message = {
    nl: `dit is het concept van ${id}, versie ${version}: schrijf ${right}, en geen andere definitie ernaast`,
    en: `this is the draft of ${id}, version ${version}: write ${right}, and no other definition beside it`,
  }
  return { file: `${kind}s/${id}.json`, at: 'id', where: null, message }
}

/** What is wrong with a text as the text of a draft; nothing is stored. */
export async function readDraftFaults(db: Tx, id: string, text: string): Promise<Fault[]> {
  const { row } = await readWhole(db, id)
  const checked = await checkDraft(db, row, text)
  return 'faults' in checked ? checked.faults : []
}
