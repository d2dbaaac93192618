import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import { deriveKey } from '../db/seal.ts'
import type { Deps } from '../deps.ts'
import { cookieNames, isHttps } from './auth.ts'
import { newToken } from './links.ts'

/** A desk in a corridor is many people's; the longest ago of more than these are strangers there again. */
const MOST_ACCOUNTS = 12
const A_YEAR_SECONDS = 365 * 24 * 60 * 60

type Asking = Pick<Deps, 'config' | 'secret'>

/**
 * The number of a browser in which this account signed in before, or null. Its tries are counted apart (OWASP: device
 * cookies), so that nobody behind the same address, a colleague or somebody on the guests' network, makes it wait.
 * It opens nothing: both factors are asked as ever.
 */
export function knownBrowser({ config, secret }: Asking, cookies: string | null, account: string) {
  const { id, proofs } = readKnown(config, cookies)
  const right = Buffer.from(proofOf(secret, id, account))
  const isKnown = proofs.map((proof) => Buffer.from(proof)).some((proof) => isSame(proof, right))
  return isKnown ? id : null
}

/** Lets this browser be known to an account that has just signed in with both factors. */
export function rememberBrowser(c: Context, { config, secret }: Asking, account: string) {
  const { id, proofs } = readKnown(config, c.req.header('cookie') ?? null)
  const proof = proofOf(secret, id, account)
  const kept = [proof, ...proofs.filter((other) => other !== proof)].slice(0, MOST_ACCOUNTS)
  setCookie(c, cookieNames(config).known, [id, ...kept].join('.'), {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isHttps(config),
    maxAge: A_YEAR_SECONDS,
  })
}

function readKnown(config: Deps['config'], cookies: string | null) {
  const name = cookieNames(config).known
  const [id, ...proofs] = (cookies ? (parse(cookies, name)[name] ?? '') : '').split('.')
  return id && /^[\w-]{43}$/.test(id)
    ? { id, proofs: proofs.filter((proof) => /^[\w-]{43}$/.test(proof)).slice(0, MOST_ACCOUNTS) }
    : { id: newToken(), proofs: [] }
}

const proofOf = (secret: string, id: string, account: string) =>
  createHmac('sha256', deriveKey(secret, 'known-browser'))
    .update(`${id} ${account.toLowerCase()}`)
    .digest('base64url')

const isSame = (one: Buffer, other: Buffer) => one.length === other.length && timingSafeEqual(one, other)
