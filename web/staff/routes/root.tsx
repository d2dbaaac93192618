import { createRootRoute, createRoute, Outlet, redirect } from '@tanstack/react-router'
import { ApiError } from '../../kit/api.ts'
import { launchOfTab } from '../../kit/launch.ts'
import { me, queryClient } from '../queries.ts'
import { Shell } from '../shell/shell.tsx'

export const root = createRootRoute({ component: Outlet })

/** Everything behind sign-in stands inside the shell; who is not signed in goes to the door and comes back. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ location }) => {
    try {
      return { me: await queryClient.ensureQueryData(me) }
    } catch (error) {
      const launchId = launchOfTab()
      const isOut = error instanceof ApiError && error.status === 401
      if (isOut && launchId)
        redirect({ to: '/staff/launched/$launchId', params: { launchId }, replace: true, throw: true })
      if (isOut) redirect({ to: '/staff', search: { to: location.href }, throw: true })
      throw error
    }
  },
})

export const behindSignIn = () => shell

export const atTheDoor = () => root
