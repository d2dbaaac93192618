import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { allow, type Session } from '../http/session.ts'
import { listDefinitions } from './list-definitions.ts'
import { publishDraft } from './publish-draft.ts'
import { readSetPace } from './read-pace.ts'

/** What this installation measures with, in its versions. For editors; others may look. */
export const definitionRoutes = (deps: Deps) =>
  new Hono<Session>()
    .get('/', allow('definitions:read'), async (c) => c.json(await listDefinitions(deps, c.get('ctx'))))
    .get('/:versionId/pace', allow('definitions:read'), async (c) =>
      c.json(await readSetPace(deps, c.req.param('versionId'))),
    )
    .post('/:versionId/publish', allow('definitions:write'), async (c) => {
      await publishDraft(deps, c.get('ctx'), c.req.param('versionId'))
      return c.json({ published: true as const })
    })
