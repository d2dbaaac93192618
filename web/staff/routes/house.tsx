import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { AuditSearch } from '../audit/search.ts'
import { VersionSearch } from '../definitions/search.ts'
import { EmergencySearch } from '../emergency/search.ts'
import { mustHold, NoSuchPage } from '../shell/lost.tsx'
import { behindSignIn } from './root.tsx'

export const start = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/start',
  beforeLoad: ({ context }) => mustHold(context.me, 'organisation:write'),
  component: lazyRouteComponent(() => import('../start/page.tsx'), 'StartPage'),
})

export const people = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/people',
  beforeLoad: ({ context }) => mustHold(context.me, 'staff:write'),
  component: lazyRouteComponent(() => import('../people/page.tsx'), 'PeoplePage'),
})

export const settings = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/settings',
  beforeLoad: ({ context }) => mustHold(context.me, 'organisation:write'),
  component: lazyRouteComponent(() => import('../settings/page.tsx'), 'SettingsPage'),
})

export const definitions = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/definitions',
  beforeLoad: ({ context }) => mustHold(context.me, 'definitions:read'),
  component: lazyRouteComponent(() => import('../definitions/page.tsx'), 'DefinitionsPage'),
})

export const definitionVersion = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/definitions/$versionId',
  beforeLoad: ({ context }) => mustHold(context.me, 'definitions:read'),
  validateSearch: VersionSearch,
  component: lazyRouteComponent(() => import('../definitions/version/page.tsx'), 'VersionPage'),
})

export const audit = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/audit',
  beforeLoad: ({ context }) => mustHold(context.me, 'audit:read'),
  validateSearch: AuditSearch,
  component: lazyRouteComponent(() => import('../audit/page.tsx'), 'AuditPage'),
})

export const emergency = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/emergency',
  beforeLoad: ({ context }) => mustHold(context.me, 'emergency:open'),
  component: lazyRouteComponent(() => import('../emergency/page.tsx'), 'EmergencyPage'),
})

export const emergencyFile = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/emergency/$accessId',
  beforeLoad: ({ context }) => mustHold(context.me, 'emergency:open'),
  validateSearch: EmergencySearch,
  component: lazyRouteComponent(() => import('../emergency/file-page.tsx'), 'EmergencyFilePage'),
})

export const account = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/account',
  component: lazyRouteComponent(() => import('../settings/account-page.tsx'), 'AccountPage'),
})

export const noSuchPage = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/$lost/$', // not '/staff/$': that is also the door
  component: NoSuchPage,
})
