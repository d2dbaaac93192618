import { ApiError, api, read } from '../../kit/api.ts'
import { me, queryClient } from '../queries.ts'

export const givePassword = (email: string, password: string) =>
  read(api.auth['sign-in'].email.$post({ json: { email, password } }))

export const giveCode = (code: string) =>
  read(api.auth['two-factor']['verify-totp'].$post({ json: { code } }))

export const giveBackupCode = (code: string) =>
  read(api.auth['two-factor']['verify-backup-code'].$post({ json: { code } }))

/** Whom a visitor of the demo can be; null in a real installation, which has no such address. */
export async function demoAccounts() {
  if (document.querySelector<HTMLMetaElement>('meta[name=real]')?.content) return null
  try {
    return await read(api.demo.accounts.$get())
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null
    throw error
  }
}
export type DemoAccount = NonNullable<Awaited<ReturnType<typeof demoAccounts>>>['accounts'][number]

/** Forgets whoever was here before and reads who is here now; throws when they have no role today. */
export async function begin() {
  queryClient.clear()
  return queryClient.fetchQuery(me)
}
