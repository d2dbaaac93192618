import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ImportsSearch } from '../imports/search.ts'
import { MailSearch } from '../messages/search.ts'
import { mustHold } from '../shell/lost.tsx'
import { behindSignIn } from './root.tsx'

export const imports = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/imports',
  beforeLoad: ({ context }) => mustHold(context.me, 'imports:write'),
  validateSearch: ImportsSearch,
  component: lazyRouteComponent(() => import('../imports/page.tsx'), 'ImportsPage'),
})

export const patients = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/imports/patients',
  beforeLoad: ({ context }) => mustHold(context.me, 'imports:write'),
  validateSearch: ImportsSearch,
  component: lazyRouteComponent(() => import('../imports/page.tsx'), 'PatientsPage'),
})

export const measures = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/imports/measures',
  beforeLoad: ({ context }) => mustHold(context.me, 'measures:import'),
  component: lazyRouteComponent(() => import('../imports/measures-page.tsx'), 'MeasuresPage'),
})

export const feeds = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/imports/feeds',
  beforeLoad: ({ context }) => mustHold(context.me, 'imports:write'),
  component: lazyRouteComponent(() => import('../feeds/page.tsx'), 'FeedsPage'),
})

export const quarantine = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/quarantine',
  beforeLoad: ({ context }) => mustHold(context.me, 'quarantine:write'),
  component: lazyRouteComponent(() => import('../imports/aside-page.tsx'), 'AsidePage'),
})

export const requests = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/requests',
  beforeLoad: ({ context }) => mustHold(context.me, 'patients:identify'),
  component: lazyRouteComponent(() => import('../requests/page.tsx'), 'RequestsPage'),
})

export const mail = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/mail',
  beforeLoad: ({ context }) => mustHold(context.me, 'messages:oversee'),
  validateSearch: MailSearch,
  component: lazyRouteComponent(() => import('../messages/page.tsx'), 'MailPage'),
})

export const mailTexts = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/mail/texts',
  beforeLoad: ({ context }) => mustHold(context.me, 'messages:write'),
  component: lazyRouteComponent(() => import('../mail/page.tsx'), 'MailTextsPage'),
})

export const letters = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/letters',
  beforeLoad: ({ context }) => mustHold(context.me, 'letters:write'),
  component: lazyRouteComponent(() => import('../letters/page.tsx'), 'LettersPage'),
})
