import { openConnection } from '../connection.ts'
import type { World } from './world.ts'

const PAUSE_MS = 20

/**
 * A clinician who opens the one-pager of one patient after the other, until told to stop.
 * Gives how long each answer took, in milliseconds.
 */
export async function readOnePagers(
  port: number,
  { known, clinician }: World,
  goOn: (read: number) => boolean,
): Promise<number[]> {
  const connection = await openConnection(port)
  const took: number[] = []
  while (goOn(took.length)) {
    const patient = known[took.length % known.length]
    if (!patient) throw new Error('There is nobody with a history')
    const start = performance.now()
    const answer = await connection.ask({
      method: 'GET',
      path: `/api/clinic/patients/${patient.patientId}`,
      headers: `Cookie: ${clinician}\r\nX-Forwarded-For: 172.16.0.${took.length % 200}\r\n`,
    })
    took.push(performance.now() - start)
    if (answer.status !== 200) throw new Error(`The one-pager: ${answer.status} ${answer.body}`)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  connection.close()
  return took
}
