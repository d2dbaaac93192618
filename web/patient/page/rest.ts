import type { PageAssessment } from '../../../core/answers/page-task.ts'
import type { Unsent } from '../keeper.ts'

// Answers that could not be sent rest in the browser until they are: locked with a key that the server hands out with
// the session and that is stored nowhere, so that nobody reads them without opening the link. One entry for each
// window, so that two windows do not overwrite each other.

const PREFIX = 'unsent.'
const HOURS = 72
const HOUR = 3_600_000
const IV_BYTES = 12
const ownWindow = crypto.getRandomValues(new Uint32Array(1))[0] ?? 0

type Lockable = Pick<PageAssessment, 'id' | 'key'>

// Without https there is no lock, and some browsers store nothing for guests: then answers wait in memory only.
const canRest = () => {
  try {
    return typeof crypto.subtle === 'object' && localStorage.length >= 0
  } catch {
    return false
  }
}

const bytesOf = (text: string) =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
const textOf = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes))

const keyOf = ({ key }: Lockable) =>
  crypto.subtle.importKey('raw', bytesOf(key), 'AES-GCM', false, ['encrypt', 'decrypt'])

let order = Promise.resolve()

/** Lets what is unsent of an assessment rest, or forgets it once everything was sent. Later calls win. */
export function rest(assessment: Lockable, unsent: Unsent | null): void {
  if (!canRest()) return
  const name = `${PREFIX}${assessment.id}.${ownWindow}`
  order = order
    .then(async () => {
      if (unsent) localStorage.setItem(name, `${Date.now()}.${await locked(assessment, unsent)}`)
      else localStorage.removeItem(name)
    })
    .catch(() => localStorage.removeItem(name)) // a full storage keeps nothing that is half written
}

async function locked(assessment: Lockable, unsent: Unsent): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const text = new TextEncoder().encode(JSON.stringify(unsent))
  const closed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyOf(assessment), text)
  return `${textOf(iv)}.${textOf(new Uint8Array(closed))}`
}

/** Names of what rests for these assessments; what is older than three days goes. */
export function restingFor(ids: readonly string[]): string[] {
  if (!canRest()) return []
  const names = Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))
  return names.filter((name) => {
    const isOld = Number(localStorage.getItem(name)?.split('.')[0]) < Date.now() - HOURS * HOUR
    if (isOld) localStorage.removeItem(name)
    return !isOld && ids.some((id) => name.startsWith(`${PREFIX}${id}.`))
  })
}

/** What rests for an assessment, opened, with the name under which `forget` removes it once it is kept again. */
export async function findResting(assessment: Lockable): Promise<{ name: string; unsent: Unsent }[]> {
  const found: { name: string; unsent: Unsent }[] = []
  for (const name of restingFor([assessment.id])) {
    const [, iv = '', closed = ''] = localStorage.getItem(name)?.split('.') ?? []
    try {
      const opened = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: bytesOf(iv) },
        await keyOf(assessment),
        bytesOf(closed),
      )
      found.push({ name, unsent: JSON.parse(new TextDecoder().decode(opened)) as Unsent })
    } catch {
      localStorage.removeItem(name) // locked with another key, or damaged: nobody can read it any more
    }
  }
  return found
}

/** Removes what was taken over, after everything that was put to rest before. */
export function forget(name: string): void {
  order = order.then(() => localStorage.removeItem(name))
}
