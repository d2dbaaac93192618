import { expect, it } from 'vitest'
import { permissionsOf, type Role } from '../../../core/access/access.ts'
import { homeOf } from '../../../web/staff/shell/rail.tsx'

it('lets everybody begin where their own work is', () => {
  const homes = (
    [
      'clinician',
      'team-lead',
      'programme-manager',
      'board',
      'analyst',
      'guest',
    ] as const satisfies readonly Role[]
  ).map((role) => homeOf(permissionsOf(role)))
  expect(homes).toEqual([
    '/staff/clinic',
    '/staff/clinic',
    '/staff/programme',
    '/staff/publications',
    '/staff/team',
    '/staff/meetings',
  ])
})
