import type { Fault } from '../../core/definitions/definition-text.ts'
import { lineAt, placeIn } from '../../core/definitions/json-places.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import { contentHashOf } from '../definitions/install.ts'
import type { Deps } from '../deps.ts'
import { replaceDraft } from './change-draft.ts'
import { checkText, faulty, type Right } from './check-text.ts'
import { mustKeep } from './rows.ts'
import { addSteps, type Version } from './steps.ts'
import { changedMeanwhile } from './submit-draft.ts'

type Works = Pick<Deps, 'db' | 'now' | 'newId'>

/**
 * Takes in a text with one or more definitions: what is new becomes a draft, a draft that is here gets these words, what
 * is here in the same words is left alone. Gives what was written. 422 ('faults') with every fault, among them a version
 * that is taken; nothing is stored then. `note` says where it came from.
 */
export async function takeDefinitions(
  deps: Works,
  ctx: Ctx,
  text: string,
  note: string | null = null,
): Promise<Version[]> {
  const checked = await checkText(deps.db, text)
  if ('faults' in checked) throw faulty(checked.faults)
  return deps.db.transaction(async (tx) => {
    await mustKeep(tx, ctx)
    const known = await versionsOf(tx)
    const faults = checked.right.flatMap((one) => versionFault(text, one, known))
    if (faults.length > 0) throw faulty(faults)
    const written = checked.right.filter((one) => !isHere(one, known)).map((one) => draftOf(one, known))
    const added = written
      .filter(({ before }) => !before)
      .map(({ row }) => ({ ...row, id: deps.newId('def') }))
    await insertAll(tx, added, deps.now().toISOString())
    const changed = written.flatMap(({ row, before }) => (before ? [{ ...row, before, id: before.id }] : []))
    for (const { before, row } of changed.map(({ before, ...row }) => ({ before, row })))
      if (!(await replaceDraft(tx, before, row))) throw changedMeanwhile()
    const versions = [...added, ...changed].map(({ id, kind, definition, version }) => ({
      id,
      kind,
      definition,
      version,
    }))
    await addSteps(tx, deps, ctx, 'written', versions, note)
    return versions
  })
}

type Known = Version & { status: string; contentHash: string }

const versionsOf = (tx: Tx): Promise<Known[]> =>
  tx
    .select({
      id: definitionVersions.id,
      status: definitionVersions.status,
      kind: definitionVersions.kind,
      definition: definitionVersions.definition,
      version: definitionVersions.version,
      contentHash: definitionVersions.contentHash,
    })
    .from(definitionVersions)

const ofSame = ({ kind, content }: Right, known: readonly Known[]) =>
  known.filter((row) => row.kind === kind && row.definition === content.id)

const isHere = (one: Right, known: readonly Known[]) =>
  ofSame(one, known).some(
    ({ version, contentHash }) =>
      version === one.content.version && contentHash === contentHashOf(one.content),
  )

const draftIn = (one: Right, known: readonly Known[]) =>
  ofSame(one, known).find(({ version, status }) => version === one.content.version && status === 'draft')

function draftOf(one: Right, known: readonly Known[]) {
  const { kind, content } = one
  const row = { kind, definition: content.id, version: content.version }
  const text = { content: JSON.stringify(content), contentHash: contentHashOf(content) }
  return { row: { ...row, ...text }, before: draftIn(one, known) }
}

async function insertAll(tx: Tx, rows: readonly (Omit<Known, 'status'> & { content: string })[], at: string) {
  if (rows.length === 0) return
  const all = rows.map((row) => ({ ...row, status: 'draft', createdAt: at }))
  const added = await tx.insert(definitionVersions).values(all).onConflictDoNothing().returning()
  if (added.length < rows.length) throw changedMeanwhile()
}

/** A version means the same for ever: what changed has a new one, above all that there are. */
function versionFault(text: string, one: Right, known: readonly Known[]): Fault[] {
  const newest = Math.max(0, ...ofSame(one, known).map(({ version }) => version))
  if (one.content.version > newest || isHere(one, known) || draftIn(one, known)) return []
  const { version } = one.content
  const message = {
    nl: `versie ${version} is er al, en is anders dan deze; schrijf "version": ${newest + 1}`,
    en: `version ${version} is taken, and this differs from it; write "version": ${newest + 1}`,
  }
  const file = `${one.kind}s/${one.content.id}.json`
  return [{ file, at: 'version', where: null, message, line: lineAt(text, placeIn(text, 'version')) }]
}
