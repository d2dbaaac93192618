import { type Answer, type Ask, type Connection, openConnection } from '../connection.ts'
import { answersOf, expectedOf, INSTRUMENT, inThreeGoes } from './definitions.ts'
import type { BenchPatient } from './world.ts'

/** Called around each request: the recorder marks what belongs to it. */
export type Around = (step: number, request: () => Promise<Answer>) => Promise<Answer>
const plainly: Around = (_, request) => request()

/** One patient from the mail's link to the end: open, three saves, submit. Throws on any answer that is not the expected one. */
export async function walk(
  connection: Connection,
  { token, address, assessmentId, number }: BenchPatient,
  around: Around = plainly,
): Promise<void> {
  const answers = answersOf(number)
  const ask = async (step: number, request: Ask) => {
    const answer = await around(step, () => connection.ask(request))
    if (answer.status === 200) return answer
    throw new Error(`${request.method} step ${step} of patient ${number}: ${answer.status} ${answer.body}`)
  }
  const from = `X-Forwarded-For: ${address}\r\nAccept: application/json\r\nSec-Fetch-Site: same-origin\r\n`
  const opened = await ask(0, { method: 'POST', path: `/v/${token}/open`, headers: from })
  const cookie = /\r\nset-cookie: ([^;]+)/i.exec(opened.head)?.[1]
  const headers = (version: number) =>
    `${from}Cookie: ${cookie}\r\nContent-Type: application/json\r\nIf-Match: "${version}"\r\n`
  for (const [version, changes] of inThreeGoes(answers).entries()) {
    await ask(version + 1, {
      method: 'PUT',
      path: '/api/patient/answers',
      headers: headers(version),
      body: JSON.stringify({ assessment: assessmentId, changes: { [INSTRUMENT]: changes } }),
    })
  }
  await ask(4, {
    method: 'POST',
    path: '/api/patient/submit',
    headers: headers(3),
    body: JSON.stringify({ assessment: assessmentId, answers: { [INSTRUMENT]: answers } }),
  })
}

/** Lets these patients walk, so many at a time, each on a connection that is kept. Gives the seconds it took. */
export async function drive(
  port: number,
  patients: readonly BenchPatient[],
  concurrent: number,
): Promise<number> {
  const connections = await Promise.all(Array.from({ length: concurrent }, () => openConnection(port)))
  const waiting = patients.values()
  const start = performance.now()
  await Promise.all(
    connections.map(async (connection) => {
      for (const patient of waiting) await walk(connection, patient)
    }),
  )
  const seconds = (performance.now() - start) / 1000
  for (const connection of connections) connection.close()
  return seconds
}

export const raisesAlert = ({ number }: BenchPatient): boolean => expectedOf(answersOf(number)).alert
