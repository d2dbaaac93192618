import { inArray } from 'drizzle-orm'
import { type Fault, placed } from '../../core/definitions/definition-text.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { definitionVersions } from '../db/schema/organisations.ts'
import { contentHashOf } from '../definitions/install.ts'
import type { Deps } from '../deps.ts'
import { conflict } from '../http/problem.ts'
import { finished, replaceDraft } from './change-draft.ts'
import { checkText, faulty, type Right } from './check-text.ts'
import { draftHashOf, mustKeep, type Row } from './rows.ts'
import { addSteps, type Version } from './steps.ts'
import { changedMeanwhile, describeDrafts } from './written-by.ts'

type Works = Pick<Deps, 'db' | 'now' | 'newId'>

/** Where a text came from, and the drafts that somebody wants it in the place of: by id, as they saw them. */
type How = { note?: string | null; replacing?: Readonly<Record<string, string>> }

/**
 * Takes in a text with one or more definitions: what is new becomes a draft, what is here in the same words is left
 * alone. Gives what was written. Nothing is stored where a draft is here in other words, unless it is named in
 * `replacing` and still what was seen: 409 ('drafts_here') with whose they are; nor with 422 ('faults') and every fault,
 * among them a version that is taken.
 */
export async function takeDefinitions(
  deps: Works,
  ctx: Ctx,
  text: string,
  { note = null, replacing = {} }: How = {},
): Promise<Version[]> {
  const checked = await checkText(deps.db, text)
  if ('faults' in checked) throw faulty(checked.faults)
  return deps.db.transaction(async (tx) => {
    await mustKeep(tx, ctx)
    const known = await versionsOf(tx, checked.right)
    const faults = checked.right.flatMap((one) => versionFault(one, known))
    if (faults.length > 0) throw faulty(placed(text, checked.parts, faults))
    const written = checked.right
      .filter((one) => !isHere(one, known))
      .map((one) => ({ one, draft: draftIn(one, known) }))
    await mustBeMeant(
      tx,
      ctx,
      written.flatMap(({ draft }) => draft ?? []),
      replacing,
    )
    const added = written.flatMap(({ one, draft }) => (draft ? [] : [newDraft(deps, one)]))
    await insertAll(tx, added)
    const changed = written.flatMap(({ one, draft }) => (draft ? [{ draft, one }] : []))
    for (const { draft, one } of changed) await putInPlace(tx, draft, one)
    const versions = [...added, ...changed.map(({ draft }) => draft)].map(asVersion)
    await addSteps(tx, deps, ctx, 'written', versions, note)
    return versions
  })
}

const asVersion = ({ id, kind, definition, version }: Version): Version => ({ id, kind, definition, version })

/** Whoever brings a file does not know what a colleague is writing: they are asked first. */
async function mustBeMeant(
  tx: Tx,
  ctx: Ctx,
  drafts: readonly Row[],
  replacing: Readonly<Record<string, string>>,
): Promise<void> {
  const unasked = drafts.filter((draft) => replacing[draft.id] !== draftHashOf(draft))
  if (unasked.length > 0)
    throw conflict('drafts_here', 'Somebody is writing these already', {
      drafts: await describeDrafts(tx, ctx, unasked),
    })
}

/** Every version of what a text brings: few, each with its text. */
const versionsOf = (tx: Tx, right: readonly Right[]): Promise<Row[]> =>
  tx
    .select()
    .from(definitionVersions)
    .where(
      inArray(
        definitionVersions.definition,
        right.map(({ content }) => content.id),
      ),
    )

const ofSame = ({ kind, content }: Right, known: readonly Row[]) =>
  known.filter((row) => row.kind === kind && row.definition === content.id)

const isHere = (one: Right, known: readonly Row[]) =>
  ofSame(one, known).some(
    (row) =>
      row.version === one.content.version &&
      row.contentHash === contentHashOf(one.content) &&
      !wasGivenUp(row),
  )

/** Its number stays taken, but nobody can go on with it. */
const wasGivenUp = ({ status, publishedAt }: Row) => status === 'retired' && publishedAt === null

const draftIn = (one: Right, known: readonly Row[]) =>
  ofSame(one, known).find(({ version, status }) => version === one.content.version && status === 'draft')

const newDraft = ({ newId, now }: Works, { kind, content }: Right) => ({
  id: newId('def'),
  kind,
  definition: content.id,
  version: content.version,
  content: JSON.stringify(content),
  contentHash: contentHashOf(content),
  status: 'draft',
  createdAt: now().toISOString(),
})

async function insertAll(tx: Tx, rows: ReturnType<typeof newDraft>[]): Promise<void> {
  if (rows.length === 0) return
  const added = await tx.insert(definitionVersions).values(rows).onConflictDoNothing().returning()
  if (added.length < rows.length) throw changedMeanwhile()
}

async function putInPlace(tx: Tx, draft: Row, { content }: Right): Promise<void> {
  const seen = { id: draft.id, draftHash: draftHashOf(draft) }
  if (!(await replaceDraft(tx, seen, finished(content)))) throw changedMeanwhile()
}

/** A version means the same for ever: what changed has a new one, above all that there are. */
function versionFault(one: Right, known: readonly Row[]): Omit<Fault, 'line'>[] {
  const newest = Math.max(0, ...ofSame(one, known).map(({ version }) => version))
  if (one.content.version > newest || isHere(one, known) || draftIn(one, known)) return []
  const { version } = one.content
  const isGivenUp = ofSame(one, known).some((row) => row.version === version && wasGivenUp(row))
  const [nl, en] = isGivenUp
    ? [`met versie ${version} is niet doorgegaan`, `version ${version} was given up`]
    : [
        `versie ${version} is er al, en is anders dan deze`,
        `version ${version} is taken, and this differs from it`,
      ]
  const cure = `"version": ${newest + 1}`
  const message = { nl: `${nl}; schrijf ${cure}`, en: `${en}; write ${cure}` }
  const file = `${one.kind}s/${one.content.id}.json`
  return [{ file, at: 'version', where: null, message }]
}
