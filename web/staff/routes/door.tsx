import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { z } from 'zod'
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
