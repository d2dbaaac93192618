import { me, queryClient } from '../queries.ts'
import { homeOf } from '../shell/rail.tsx'

/** Where somebody who is signed in already belongs; null for everybody else. */
export const homeIfSignedIn = (): Promise<ReturnType<typeof homeOf> | null> =>
  queryClient.fetchQuery(me).then(
    ({ permissions }) => homeOf(permissions),
    () => null,
  )
