import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { meetingList, meeting as meetingQuery } from '../meetings/queries.ts'
import { RoomSearch } from '../meetings/search.ts'
import { queryClient } from '../queries.ts'
import { mustHold } from '../shell/lost.tsx'
import { behindSignIn } from './root.tsx'

export const meetings = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/meetings',
  beforeLoad: ({ context }) => mustHold(context.me, 'meetings:attend'),
  loader: () => queryClient.ensureQueryData(meetingList),
  component: lazyRouteComponent(() => import('../meetings/page.tsx'), 'MeetingsPage'),
})

export const meeting = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/meetings/$meetingId',
  beforeLoad: ({ context }) => mustHold(context.me, 'meetings:attend'),
  loader: ({ params }) => queryClient.ensureQueryData(meetingQuery(params.meetingId)),
  component: lazyRouteComponent(() => import('../meetings/meeting-page.tsx'), 'MeetingPage'),
})

export const room = createRoute({
  getParentRoute: behindSignIn,
  path: '/staff/meetings/$meetingId/room',
  beforeLoad: ({ context }) => mustHold(context.me, 'meetings:attend'),
  validateSearch: RoomSearch,
  loader: ({ params }) => queryClient.ensureQueryData(meetingQuery(params.meetingId)),
  component: lazyRouteComponent(() => import('../meetings/room-page.tsx'), 'RoomPage'),
})
