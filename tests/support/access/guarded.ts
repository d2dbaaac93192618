import type { Permission } from '../../../core/access/access.ts'
import type { Ids } from './hospital.ts'

/**
 * Whose things a route is about: what it names is a team's, or the organisation's; or it names nothing and is about
 * all that is the caller's own (a list, a search); or about nobody's in particular (a setting, something new); or
 * about what all organisations of an installation share (its definitions).
 */
type Reach = 'team' | 'organisation' | 'own' | 'none' | 'installation'
type By<T> = (ids: Ids) => T

/** How a route of staff is guarded, and a request that succeeds for who may. */
export type Guarded = { permission: Permission; reach: Reach; path: By<string>; body?: By<unknown> }

export const guard = (
  permission: Permission,
  reach: Reach,
  path: By<string>,
  body?: By<unknown>,
): Guarded => ({ permission, reach, path, ...(body ? { body } : {}) })
