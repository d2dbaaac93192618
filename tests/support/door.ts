import { base32 } from '@better-auth/utils/base32'
import { createOTP } from '@better-auth/utils/otp'
import { vi } from 'vitest'
import { createApp } from '../../server/app.ts'
import { whoIs } from '../../server/staff/who-is.ts'
import type { House } from './house.ts'

type Asked = { status: number; body: Record<string, unknown> & { code?: string } }

/** The program behind its real door: a browser that keeps cookies, and a clock that better-auth reads too. */
export function openDoor(house: House) {
  const app = createApp(house.deps, whoIs(house.deps))
  const hold = () => vi.useFakeTimers({ toFake: ['Date'], now: house.deps.now() })
  hold()
  return {
    app,
    /** Lets time pass for us and for better-auth. */
    pass(milliseconds: number) {
      house.pass(milliseconds)
      hold()
    },
    release: () => vi.useRealTimers(),
    browser: () => browser(app),
    codeOf: (totpSecret: string) => createOTP(totpSecret).totp(),
  }
}
export type Door = ReturnType<typeof openDoor>
export type Browser = ReturnType<typeof browser>

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE

/** Keeps cookies like a browser does. */
function browser(app: ReturnType<typeof createApp>) {
  const cookies = new Map<string, string>()
  const keep = (lines: string[]) => {
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
  }
  const ask = async (
    method: string,
    path: string,
    body?: unknown,
    more: Record<string, string> = {},
  ): Promise<Asked> => {
    const headers = new Headers({ origin: 'http://localhost:3000', ...more })
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    if (body !== undefined) headers.set('content-type', 'application/json')
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await app.request(path, { method, headers, ...sent })
    keep(answer.headers.getSetCookie())
    const isJson = answer.headers.get('content-type')?.includes('json')
    const answered: unknown = isJson ? await answer.json() : { text: await answer.text() }
    return { status: answer.status, body: answered as Asked['body'] }
  }
  return {
    cookies,
    get: (path: string, headers?: Record<string, string>) => ask('GET', path, undefined, headers),
    post: (path: string, body: unknown = {}, headers?: Record<string, string>) =>
      ask('POST', path, body, headers),
    put: (path: string, body: unknown = {}) => ask('PUT', path, body),
    delete: (path: string) => ask('DELETE', path),
  }
}

/** The code that a phone shows which was given this typed key (base 32). */
export const codeFromKey = (key: string) => createOTP(new TextDecoder().decode(base32.decode(key))).totp()
