import type { Server } from 'node:http'
import { createOTP } from '@better-auth/utils/otp'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'
import { eq } from 'drizzle-orm'
import { vi } from 'vitest'
import { createApp } from '../../server/app.ts'
import { staff } from '../../server/db/schema/staff.ts'
import type { MailTransport } from '../../server/deps.ts'
import { rememberAddress } from '../../server/http/address.ts'
import { createStaffAccount } from '../../server/staff/account.ts'
import { DEMO_PASSWORD } from '../../server/staff/demo-accounts.ts'
import { offeredSecret } from '../../server/staff/second-factor.ts'
import { whoIs } from '../../server/staff/who-is.ts'
import { freePort } from './free-port.ts'
import { type House, openHouse } from './house.ts'

type Wanted = { now?: string; env?: Record<string, string>; mail?: MailTransport }

/**
 * The whole program, listening on a port of this process behind its real door. Its clock stands still until the test
 * moves it, for better-auth and in the browsers of `context` too.
 */
export async function openLive({ now, env, mail }: Wanted = {}) {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const house = await openHouse({
    ...(now ? { now } : {}),
    ...(mail ? { mail } : {}),
    env: { ...env, PORT: String(port), PUBLIC_URL: url },
  })
  const server = await listen(house, port)
  const contexts = new Set<BrowserContext>()
  const hold = async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: house.deps.now() })
    await Promise.all([...contexts].map((context) => context.clock.setFixedTime(house.deps.now())))
  }
  const pass = (milliseconds: number) => {
    house.pass(milliseconds)
    return hold()
  }
  await hold()
  return {
    url,
    house,
    /** Lets time pass, or come to an instant, for everybody. */
    pass,
    goTo: (instant: string) => {
      house.goTo(instant)
      return hold()
    },
    /** A browser of somebody's own; paths are those of this house. */
    async context(browser: Browser, options: BrowserContextOptions = {}): Promise<BrowserContext> {
      const context = await browser.newContext({ baseURL: url, ...options })
      contexts.add(context)
      context.on('close', () => contexts.delete(context))
      await context.clock.setFixedTime(house.deps.now())
      return context
    },
    /** What this member of staff signs in with, on the page itself; they get an account when they have none. */
    credentials: (staffId: string) => credentialsOf(house, staffId),
    /** Signs in by the real requests; the page stays where it is. Half a minute passes. */
    async signIn(page: Page, staffId: string) {
      await pass(30_000) // a code opens one door only
      const { email, password, code } = await credentialsOf(house, staffId)
      const challenge = await post(`${url}/api/auth/sign-in/email`, { email, password })
      const session = await post(`${url}/api/auth/two-factor/verify-totp`, { code: await code() }, challenge)
      await page.context().addCookies(session.map((cookie) => ({ ...cookie, url })))
    },
    async close() {
      await Promise.all([...contexts].map((context) => context.close()))
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      vi.useRealTimers()
      await house.close()
    },
  }
}
export type Live = Awaited<ReturnType<typeof openLive>>

function listen({ deps }: House, port: number) {
  const app = createApp(deps, whoIs(deps))
  return new Promise<Server>((resolve) => {
    const server = serve(
      {
        fetch: (request, { incoming }) => {
          rememberAddress(request, incoming.socket.remoteAddress)
          return app.fetch(request)
        },
        port,
        hostname: '127.0.0.1',
      },
      () => resolve(server as Server),
    )
  })
}

async function credentialsOf({ db, deps }: House, staffId: string) {
  const [person] = await db.select().from(staff).where(eq(staff.id, staffId))
  if (!person) throw new Error(`Nobody is ${staffId}`)
  const { email } = person
  if (!person.userId) await createStaffAccount(deps, { staffId, email, password: DEMO_PASSWORD })
  const code = () => createOTP(offeredSecret(deps.secret, staffId)).totp()
  return { email, password: DEMO_PASSWORD, code }
}

type Cookie = { name: string; value: string }

/** Sends JSON with these cookies; gives those of the answer. */
async function post(url: string, body: Record<string, string>, cookies: Cookie[] = []): Promise<Cookie[]> {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  const headers = { 'content-type': 'application/json', cookie }
  const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`)
  return answer.headers.getSetCookie().map((line) => {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    return { name, value }
  })
}
