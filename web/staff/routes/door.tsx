import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { ApiError } from '../../kit/api.ts'
import { enterLaunch } from '../../kit/launch.ts'
import { me, queryClient } from '../queries.ts'
import '../sign-in/door.css'
import { homeIfSignedIn } from '../sign-in/home.ts'
import { atTheDoor } from './root.tsx'

/** Where somebody was going before they had to sign in: a path of ours, never another site. */
const SignInSearch = z.object({
  to: z
    .string()
    .regex(/^\/staff\//)
    .optional()
    .catch(undefined),
})

export const signIn = createRoute({
  getParentRoute: atTheDoor,
  path: '/staff',
  validateSearch: SignInSearch,
  beforeLoad: async ({ search }) => {
    enterLaunch(null) // whoever comes to the door is here for themselves
    const home = await homeIfSignedIn()
    if (home) redirect({ to: search.to ?? home, throw: true })
  },
  component: lazyRouteComponent(() => import('../sign-in/page.tsx'), 'SignInPage'),
})

export const forgot = createRoute({
  getParentRoute: atTheDoor,
  path: '/staff/forgot',
  component: lazyRouteComponent(() => import('../sign-in/forgot-page.tsx'), 'ForgotPage'),
})

export const staffLink = createRoute({
  getParentRoute: atTheDoor,
  path: '/staff/link/$token',
  component: lazyRouteComponent(() => import('../sign-in/link-page.tsx'), 'LinkPage'),
})

/** Where a record system leads: on to its one patient, or, when that is over, to what to do now. */
export const launched = createRoute({
  getParentRoute: atTheDoor,
  path: '/staff/launched/$launchId',
  beforeLoad: async ({ params: { launchId } }) => {
    enterLaunch(launchId)
    queryClient.clear()
    const patientId = await queryClient.fetchQuery(me).then(({ boundTo }) => boundTo?.patientId, noneWhenOver)
    if (patientId)
      redirect({ to: '/staff/patients/$patientId', params: { patientId }, replace: true, throw: true })
  },
  component: lazyRouteComponent(() => import('../launched/over-page.tsx'), 'LaunchOverPage'),
})

function noneWhenOver(error: unknown): undefined {
  if (!(error instanceof ApiError && error.status === 401)) throw error
}
