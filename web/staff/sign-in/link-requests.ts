import type { Language } from '../../../core/words.ts'
import { api, read } from '../../kit/api.ts'

export const lookAt = (token: string) => read(api.links.look.$post({ json: { token } }))
export type StaffLink = Awaited<ReturnType<typeof lookAt>>

export const fieldNames = ['organisation', 'timeZone', 'name', 'email', 'password', 'code'] as const
type Fields = Record<(typeof fieldNames)[number], string>

/** Does what a link is for; gives the backup codes of a new second factor, or null where there is none. */
export async function act(
  kind: StaffLink['kind'],
  token: string,
  { code, password, ...fields }: Fields,
  language: Language,
): Promise<string[] | null> {
  if (kind === 'password') {
    await read(api.links.password.$post({ json: { token, password } }))
    return null
  }
  const json = { token, password, code: code.replaceAll(/\s/g, '') }
  if (kind === 'invitation') return (await read(api.links.invitation.$post({ json }))).backupCodes
  if (kind === 'second-factor') return (await read(api.links['second-factor'].$post({ json }))).backupCodes
  const beginning = { ...json, ...fields, language }
  return (await read(api.links['first-administrator'].$post({ json: beginning }))).backupCodes
}
