import { Problem } from '../http/problem.ts'

const TIMEOUT_MS = 5000
const LARGEST = 256 * 1024

/**
 * The JSON at an address of a record system, 256 kB within five seconds at most; it is not followed elsewhere. Throws
 * 503 'system_unreachable', and 502 'system_unfit' for a refusal or what is no JSON.
 */
export async function ask(url: string, token?: string): Promise<unknown> {
  const answer = await fetch(url, {
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
    headers: {
      accept: 'application/fhir+json, application/json',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
  }).catch(() => {
    throw new Problem(503, 'system_unreachable', 'The record system cannot be reached')
  })
  const text = await readWithin(answer)
  if (!answer.ok || text === null) throw unfit()
  try {
    return JSON.parse(text)
  } catch {
    throw unfit()
  }
}

/** Null for more than may be said. */
async function readWithin({ body }: Response): Promise<string | null> {
  const parts: Uint8Array[] = []
  let size = 0
  try {
    for await (const part of body ?? []) {
      size += part.length
      if (size > LARGEST) return null
      parts.push(part)
    }
  } catch {
    throw new Problem(503, 'system_unreachable', 'The record system cannot be reached')
  }
  return Buffer.concat(parts).toString('utf8')
}

export const unfit = () => new Problem(502, 'system_unfit', 'The record system does not say what is needed')
