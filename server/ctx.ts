import type { Purpose, Role } from '../core/access/access.ts'
import type { Language } from '../core/words.ts'

/**
 * Who asks, within which organisation and teams, and what for. Every store takes one, so that no query can forget
 * its scope: `teamIds` are the teams that give a care relation, `role` and `purpose` are what the route was allowed by.
 */
export type Ctx = {
  actor: { kind: 'staff' | 'service' | 'patient' | 'system'; id: string; name: string }
  organisationId: string
  roles: readonly Role[]
  teamIds: readonly string[]
  role: Role | null
  purpose: Purpose
  language: Language
  requestId: string | null
  address: string | null
  /** In a session that a record system began: the one patient there is for the caller, and where it came from. */
  boundTo?: { patientId: string; launchId: string; source: string }
}

/** The program itself at work for an organisation: feeds, the sender, the demo. */
export const systemCtx = (organisationId: string, name: string, language: Language = 'nl'): Ctx => ({
  actor: { kind: 'system', id: name, name },
  organisationId,
  roles: [],
  teamIds: [],
  role: null,
  purpose: 'PATADMIN',
  language,
  requestId: null,
  address: null,
})
