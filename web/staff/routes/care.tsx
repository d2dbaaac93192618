import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { alertDesk } from '../alerts/queries.ts'
import { AlertsSearch } from '../alerts/search.ts'
import { AnswersSearch } from '../answers/search.ts'
import { board as boardQuery } from '../board/queries.ts'
import { BoardSearch } from '../board/search.ts'
import { callTeams } from '../calls/queries.ts'
import { CallsSearch } from '../calls/search.ts'
import { clinicDay } from '../clinic/queries.ts'
import { ClinicSearch } from '../clinic/search.ts'
import { CompareSearch } from '../compare/search.ts'
import { ExportSearch } from '../exports/search.ts'
import { ImproveSearch } from '../improve/search.ts'
import { onePager } from '../patient/queries.ts'
import { PatientSearch } from '../patient/search.ts'
import { queryClient } from '../queries.ts'
import { RoundsSearch } from '../rounds/search.ts'
import { ScorecardSearch } from '../scorecard/search.ts'
import { mustHold } from '../shell/lost.tsx'
import { teams } from '../team/queries.ts'
import { TeamSearch } from '../team/search.ts'
import { behindSignIn } from './root.tsx'

export const clinic = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/clinic',
  beforeLoad: ({ context }) => mustHold(context.me, 'clinic:read'),
  validateSearch: ClinicSearch,
  loaderDeps: ({ search: { day, who } }) => ({ day, who }),
  loader: ({ deps }) => queryClient.ensureQueryData(clinicDay(deps.day, deps.who)),
  component: lazyRouteComponent(() => import('../clinic/page.tsx'), 'ClinicPage'),
})

export const alerts = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/alerts',
  beforeLoad: ({ context }) => mustHold(context.me, 'alerts:write'),
  validateSearch: AlertsSearch,
  loader: () => queryClient.ensureQueryData(alertDesk),
  component: lazyRouteComponent(() => import('../alerts/page.tsx'), 'AlertsPage'),
})

export const board = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/board',
  beforeLoad: ({ context }) => mustHold(context.me, 'clinic:read'),
  validateSearch: BoardSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(boardQuery(deps)),
  component: lazyRouteComponent(() => import('../board/page.tsx'), 'BoardPage'),
})

export const patient = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/patients/$patientId',
  beforeLoad: ({ context }) => mustHold(context.me, 'outcomes:read'),
  validateSearch: PatientSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => queryClient.ensureQueryData(onePager(params.patientId, deps.enrolment)),
  component: lazyRouteComponent(() => import('../patient/page.tsx'), 'PatientPage'),
})

export const timeline = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/patients/$patientId/timeline',
  beforeLoad: ({ context }) => mustHold(context.me, 'outcomes:read'),
  validateSearch: PatientSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => queryClient.ensureQueryData(onePager(params.patientId, deps.enrolment)),
  component: lazyRouteComponent(() => import('../timeline/page.tsx'), 'TimelinePage'),
})

export const team = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/team',
  beforeLoad: ({ context }) => mustHold(context.me, 'cohort:read'),
  validateSearch: TeamSearch,
  loader: () => queryClient.ensureQueryData(teams),
  component: lazyRouteComponent(() => import('../team/page.tsx'), 'TeamPage'),
})

export const improve = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/team/improve',
  beforeLoad: ({ context }) => mustHold(context.me, 'cohort:read'),
  validateSearch: ImproveSearch,
  loader: () => queryClient.ensureQueryData(teams),
  component: lazyRouteComponent(() => import('../improve/page.tsx'), 'ImprovePage'),
})

export const scorecard = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/team/scorecard',
  beforeLoad: ({ context }) => mustHold(context.me, 'cohort:read'),
  validateSearch: ScorecardSearch,
  loader: () => queryClient.ensureQueryData(teams),
  component: lazyRouteComponent(() => import('../scorecard/page.tsx'), 'ScorecardPage'),
})

export const compare = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/team/compare',
  beforeLoad: ({ context }) => mustHold(context.me, 'cohort:read'),
  validateSearch: CompareSearch,
  loader: () => queryClient.ensureQueryData(teams),
  component: lazyRouteComponent(() => import('../compare/page.tsx'), 'ComparePage'),
})

export const rounds = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/team/rounds',
  beforeLoad: ({ context }) => mustHold(context.me, 'improvements:write'),
  validateSearch: RoundsSearch,
  loader: () => queryClient.ensureQueryData(teams),
  component: lazyRouteComponent(() => import('../rounds/page.tsx'), 'RoundsPage'),
})

export const exportData = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/team/export',
  beforeLoad: ({ context }) => mustHold(context.me, 'exports:make'),
  validateSearch: ExportSearch,
  loader: () => queryClient.ensureQueryData(teams),
  component: lazyRouteComponent(() => import('../exports/page.tsx'), 'ExportPage'),
})

export const programme = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/programme',
  beforeLoad: ({ context }) => mustHold(context.me, 'programme:read'),
  component: lazyRouteComponent(() => import('../programme/page.tsx'), 'ProgrammePage'),
})

export const publish = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/publications',
  beforeLoad: ({ context }) => mustHold(context.me, 'publications:read'),
  component: lazyRouteComponent(() => import('../publish/page.tsx'), 'PublishPage'),
})

export const carePath = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/care-paths/$enrolmentId',
  beforeLoad: ({ context }) => mustHold(context.me, 'enrolments:write'),
  component: lazyRouteComponent(() => import('../care-path/page.tsx'), 'CarePathPage'),
})

export const answers = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/answers/$assessmentId',
  beforeLoad: ({ context }) => mustHold(context.me, 'consults:write'),
  validateSearch: AnswersSearch,
  component: lazyRouteComponent(() => import('../answers/page.tsx'), 'AnswersPage'),
})

export const enrol = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/enrol',
  beforeLoad: ({ context }) => mustHold(context.me, 'enrolments:write'),
  component: lazyRouteComponent(() => import('../care-path/enrol-page.tsx'), 'EnrolPage'),
})

export const calls = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/calls',
  beforeLoad: ({ context }) => mustHold(context.me, 'calls:write'),
  validateSearch: CallsSearch,
  loader: () => queryClient.ensureQueryData(callTeams),
  component: lazyRouteComponent(() => import('../calls/page.tsx'), 'CallsPage'),
})

export const visits = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/visits',
  beforeLoad: ({ context }) => mustHold(context.me, 'visits:arrange'),
  component: lazyRouteComponent(() => import('../visits/page.tsx'), 'VisitsPage'),
})
