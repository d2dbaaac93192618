import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { z } from 'zod'
import { ApiError } from '../kit/api.ts'
import { Loading } from '../kit/states.tsx'
import { AuditSearch } from './audit/search.ts'
import { clinicDay } from './clinic/queries.ts'
import { ClinicSearch } from './clinic/search.ts'
import { ImportsSearch } from './imports/search.ts'
import { MailSearch } from './messages/search.ts'
import { onePager } from './patient/queries.ts'
import { PatientSearch } from './patient/search.ts'
import { me, queryClient } from './queries.ts'
import { Lost, mustHold, NoSuchPage } from './shell/lost.tsx'
import { Shell } from './shell/shell.tsx'
import './sign-in/door.css'
import { homeIfSignedIn } from './sign-in/home.ts'
import { teams } from './team/queries.ts'
import { TeamSearch } from './team/search.ts'

/** Where somebody was going before they had to sign in: a path of ours, never another site. */
const SignInSearch = z.object({
  to: z
    .string()
    .regex(/^\/staff\//)
    .optional()
    .catch(undefined),
})

const root = createRootRoute({ component: Outlet })

/** Everything behind sign-in stands inside the shell; who is not signed in goes to the door and comes back. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ location }) => {
    try {
      return { me: await queryClient.ensureQueryData(me) }
    } catch (error) {
      if (error instanceof ApiError && error.status === 401)
        redirect({ to: '/staff', search: { to: location.href }, throw: true })
      throw error
    }
  },
})

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/staff',
  validateSearch: SignInSearch,
  beforeLoad: async ({ search }) => {
    const home = await homeIfSignedIn()
    if (home) redirect({ to: search.to ?? home, throw: true })
  },
  component: lazyRouteComponent(() => import('./sign-in/page.tsx'), 'SignInPage'),
})

const behindSignIn = () => shell

const atTheDoor = () => root

const forgot = createRoute({
  getParentRoute: atTheDoor,
  path: '/staff/forgot',
  component: lazyRouteComponent(() => import('./sign-in/forgot-page.tsx'), 'ForgotPage'),
})

const staffLink = createRoute({
  getParentRoute: atTheDoor,
  path: '/staff/link/$token',
  component: lazyRouteComponent(() => import('./sign-in/link-page.tsx'), 'LinkPage'),
})

const account = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/account',
  component: lazyRouteComponent(() => import('./settings/account-page.tsx'), 'AccountPage'),
})

const people = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/people',
  beforeLoad: ({ context }) => mustHold(context.me, 'staff:write'),
  component: lazyRouteComponent(() => import('./people/page.tsx'), 'PeoplePage'),
})

const settings = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/settings',
  beforeLoad: ({ context }) => mustHold(context.me, 'organisation:write'),
  component: lazyRouteComponent(() => import('./settings/page.tsx'), 'SettingsPage'),
})

const start = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/start',
  beforeLoad: ({ context }) => mustHold(context.me, 'organisation:write'),
  component: lazyRouteComponent(() => import('./start/page.tsx'), 'StartPage'),
})

const mail = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/mail',
  beforeLoad: ({ context }) => mustHold(context.me, 'messages:read', 'messages:state'),
  validateSearch: MailSearch,
  component: lazyRouteComponent(() => import('./messages/page.tsx'), 'MailPage'),
})

const definitions = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/definitions',
  beforeLoad: ({ context }) => mustHold(context.me, 'definitions:read'),
  component: lazyRouteComponent(() => import('./definitions/page.tsx'), 'DefinitionsPage'),
})

const audit = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/audit',
  beforeLoad: ({ context }) => mustHold(context.me, 'audit:read'),
  validateSearch: AuditSearch,
  component: lazyRouteComponent(() => import('./audit/page.tsx'), 'AuditPage'),
})

const clinic = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/clinic',
  beforeLoad: ({ context }) => mustHold(context.me, 'clinic:read'),
  validateSearch: ClinicSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(clinicDay(deps.day)),
  component: lazyRouteComponent(() => import('./clinic/page.tsx'), 'ClinicPage'),
})

const patient = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/patients/$patientId',
  beforeLoad: ({ context }) => mustHold(context.me, 'outcomes:read'),
  validateSearch: PatientSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => queryClient.ensureQueryData(onePager(params.patientId, deps.enrolment)),
  component: lazyRouteComponent(() => import('./patient/page.tsx'), 'PatientPage'),
})

const imports = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/imports',
  beforeLoad: ({ context }) => mustHold(context.me, 'imports:write'),
  validateSearch: ImportsSearch,
  component: lazyRouteComponent(() => import('./imports/page.tsx'), 'ImportsPage'),
})

const measures = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/imports/measures',
  beforeLoad: ({ context }) => mustHold(context.me, 'measures:import'),
  component: lazyRouteComponent(() => import('./imports/measures-page.tsx'), 'MeasuresPage'),
})

const quarantine = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/quarantine',
  beforeLoad: ({ context }) => mustHold(context.me, 'quarantine:write'),
  component: lazyRouteComponent(() => import('./imports/aside-page.tsx'), 'AsidePage'),
})

const team = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/team',
  beforeLoad: ({ context }) => mustHold(context.me, 'cohort:read'),
  validateSearch: TeamSearch,
  loader: () => queryClient.ensureQueryData(teams),
  component: lazyRouteComponent(() => import('./team/page.tsx'), 'TeamPage'),
})

const carePath = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/care-paths/$enrolmentId',
  beforeLoad: ({ context }) => mustHold(context.me, 'enrolments:write'),
  component: lazyRouteComponent(() => import('./care-path/page.tsx'), 'CarePathPage'),
})

const enrol = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/enrol',
  beforeLoad: ({ context }) => mustHold(context.me, 'enrolments:write'),
  component: lazyRouteComponent(() => import('./care-path/enrol-page.tsx'), 'EnrolPage'),
})

const noSuchPage = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/$lost/$', // not '/staff/$': that is also the door
  component: NoSuchPage,
})

// A page of another feature is one more `createRoute` here, and one more line in shell/rail.tsx.
export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    forgot,
    staffLink,
    shell.addChildren([
      clinic,
      patient,
      team,
      start,
      people,
      settings,
      mail,
      account,
      definitions,
      audit,
      imports,
      measures,
      quarantine,
      carePath,
      enrol,
      noSuchPage,
    ]),
  ]),
  defaultPreload: false, // a preload of a patient would be a look at a patient
  defaultPendingMs: 300, // the page one comes from stays until then
  defaultPendingComponent: () => <Loading late />,
  defaultErrorComponent: ({ error, reset }) => <Lost error={error} retry={reset} />,
  defaultNotFoundComponent: NoSuchPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be merged with the router's own
  interface Register {
    router: typeof router
  }
}
