import { Hono } from 'hono'
import { z } from 'zod'
import { lineShape } from '../../core/shapes.ts'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { valid } from '../http/valid.ts'
import { changeDraft } from './change-draft.ts'
import { readDraftFaults } from './draft-text.ts'
import { exportQuestionnaire } from './export-questionnaire.ts'
import { exportVersion } from './export-version.ts'
import { listDefinitions } from './list-definitions.ts'
import { startMoving } from './moving/start-moving.ts'
import { publishVersion } from './publish-version.ts'
import { readSetPace } from './read-pace.ts'
import { readVersion } from './read-version.ts'
import { retireVersion } from './retire-version.ts'
import { startRescoring } from './start-rescoring.ts'
import { returnDraft, submitDraft } from './submit-draft.ts'
import { takeDefinitions } from './take-definitions.ts'

/** Also an empty one: what is wrong with it is said as of any other text. */
const Text = z.strictObject({ text: z.string() })
/** A fingerprint of what somebody had before them. */
const Seen = z.string().regex(/^[\w-]{1,100}$/)
/** `replacing`: drafts by their id, as somebody saw them who wants this text in their place. */
const Taken = z.strictObject({
  ...Text.shape,
  replacing: z.record(z.string().max(64), Seen).default({}),
})
const note = lineShape(3, 1000)
const NoteOrNone = z.strictObject({ note: lineShape(0, 1000).optional() })

/**
 * `compared`: this person compared the wording of others with the text of its owner. `underWay`: what those do who are
 * under way with an earlier version.
 */
const Publish = z.strictObject({
  seen: Seen,
  compared: z.boolean().optional(),
  underWay: z.enum(['keep', 'move']).optional(),
  ...NoteOrNone.shape,
})

/** What this installation measures with, in its versions: written, judged by a second person, published, retired. */
export const definitionRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', allow('definitions:read'), async (c) => c.json(await listDefinitions(deps, c.get('ctx'))))
    .post('/', allow('definitions:write'), valid('json', Taken), async (c) => {
      const { text, replacing } = c.req.valid('json')
      return c.json({ written: await takeDefinitions(deps, c.get('ctx'), text, { replacing }) }, 201)
    })
    .post('/:versionId/check', allow('definitions:write'), valid('json', Text), async (c) => {
      const faults = await readDraftFaults(deps.db, c.req.param('versionId'), c.req.valid('json').text)
      return c.json({ faults })
    })
    .get('/:versionId', allow('definitions:read'), async (c) =>
      c.json(await readVersion(deps, c.get('ctx'), c.req.param('versionId'))),
    )
    .put(
      '/:versionId',
      allow('definitions:write'),
      valid('json', z.strictObject({ ...Text.shape, seen: Seen })),
      async (c) =>
        c.json(
          await changeDraft(deps, c.get('ctx'), { id: c.req.param('versionId'), ...c.req.valid('json') }),
        ),
    )
    .get('/:versionId/file', allow('definitions:read'), async (c) => {
      const alone = c.req.query('alone') === '1'
      const { name, text } = await exportVersion(deps.db, c.req.param('versionId'), { alone })
      return c.body(text, 200, asFile(name, 'application/json'))
    })
    .get('/:versionId/questionnaire', allow('definitions:read'), async (c) => {
      const { name, text } = await exportQuestionnaire(deps.db, c.req.param('versionId'))
      return c.body(text, 200, asFile(name, 'application/fhir+json'))
    })
    .get('/:versionId/pace', allow('definitions:read'), async (c) =>
      c.json(await readSetPace(deps, c.req.param('versionId'))),
    )
    .post(
      '/:versionId/submit',
      allow('definitions:write'),
      valid('json', z.strictObject({ seen: Seen, note })),
      async (c) => {
        await submitDraft(deps, c.get('ctx'), { id: c.req.param('versionId'), ...c.req.valid('json') })
        return c.json({ status: 'review' as const })
      },
    )
    .post('/:versionId/return', allow('definitions:write'), valid('json', NoteOrNone), async (c) => {
      await returnDraft(deps, c.get('ctx'), { id: c.req.param('versionId'), note: said(c.req.valid('json')) })
      return c.json({ status: 'draft' as const })
    })
    .post('/:versionId/publish', allow('definitions:write'), valid('json', Publish), async (c) => {
      const { seen, compared = false, underWay, ...given } = c.req.valid('json')
      const approval = { id: c.req.param('versionId'), seen, compared, underWay, note: said(given) }
      return c.json(await publishVersion(deps, c.get('ctx'), approval))
    })
    .post('/:versionId/move', allow('definitions:write'), async (c) => {
      await startMoving(deps, c.get('ctx'), c.req.param('versionId'))
      return c.json({ started: true as const }, 202)
    })
    .post(
      '/:versionId/rescore',
      allow('definitions:write'),
      valid('json', z.strictObject({ note })),
      async (c) => {
        const given = { id: c.req.param('versionId'), ...c.req.valid('json') }
        await startRescoring(deps, c.get('ctx'), given)
        return c.json({ started: true as const }, 202)
      },
    )
    .post('/:versionId/retire', allow('definitions:write'), valid('json', NoteOrNone), async (c) => {
      await retireVersion(deps, c.get('ctx'), {
        id: c.req.param('versionId'),
        note: said(c.req.valid('json')),
      })
      return c.json({ status: 'retired' as const })
    })

const asFile = (name: string, type: string) => ({
  'content-type': `${type}; charset=utf-8`,
  'content-disposition': `attachment; filename="${name}"`,
})

const said = ({ note }: { note?: string | undefined }): string | null => note || null
