import { codeFromKey } from './door.ts'
import type { Program } from './program.ts'

/** Uses the link that a program without a demo printed: makes an organisation, and gives its administrator's session. */
export async function beginHouse(
  { url, printed }: Program,
  organisation: string,
): Promise<{ cookie: string }> {
  const [, token] = await printed(/\/staff\/link\/([\w-]+)\s/)
  const ask = (path: string, body: object) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify(body),
    })
  const looked = (await (await ask('/api/links/look', { token })).json()) as { secondFactor: { key: string } }
  const answer = await ask('/api/links/first-administrator', {
    token,
    organisation,
    timeZone: 'Europe/Amsterdam',
    name: 'Roos Alkema',
    email: 'roos@oosterwold.example',
    language: 'nl',
    password: 'een lange zin die niemand raadt',
    code: await codeFromKey(looked.secondFactor.key),
  })
  if (!answer.ok) throw new Error(`The house did not begin: ${answer.status} ${await answer.text()}`)
  const cookies = answer.headers.getSetCookie().map((line) => line.slice(0, line.indexOf(';')))
  return { cookie: cookies.join('; ') }
}

/** The organisation that this session belongs to, as this process sees it. */
export async function organisationOf(url: string, { cookie }: { cookie: string }): Promise<string> {
  const answer = await fetch(`${url}/api/me`, { headers: { cookie } })
  return ((await answer.json()) as { organisation: { name: string } }).organisation.name
}
