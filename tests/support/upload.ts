import type { ImportReport } from '../../server/imports/report.ts'
import type { House } from './house.ts'

export type Uploaded = { status: number; body: Record<string, unknown>; id: string }
export type Followed = {
  id: string
  state: string
  progress: { done: number; of: number }
  report: ImportReport | null
}

/** Sends a file as the import page does: of appointments, or of another `kind`. */
export async function upload(
  { app }: House,
  staffId: string | null,
  content: string | Uint8Array,
  { kind = 'appointments', ...query }: Record<string, string> = { dryRun: '1' },
): Promise<Uploaded> {
  const answer = await app.request(`/api/imports/${kind}?${new URLSearchParams(query).toString()}`, {
    method: 'POST',
    headers: {
      origin: 'http://localhost:3000',
      'content-type': 'application/octet-stream',
      ...(staffId ? { 'x-test-staff': staffId } : {}),
    },
    body: typeof content === 'string' ? content : new Uint8Array(content),
  })
  const body = (await answer.json()) as Record<string, unknown>
  return { status: answer.status, body, id: String(body.id) }
}

/** Follows an import as the page does, until it is over. */
export async function follow(house: House, staffId: string, id: string): Promise<Followed> {
  for (;;) {
    const { body } = await house.as(staffId).get(`/api/imports/${id}`)
    const found = body as Followed
    if (found.state !== 'running') return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

/** What a file would do, or does with `{ dryRun: '0' }`. */
export async function imported(
  house: House,
  staffId: string,
  content: string | Uint8Array,
  query: Record<string, string> = { dryRun: '1' },
): Promise<ImportReport> {
  const { id } = await upload(house, staffId, content, query)
  const { report } = await follow(house, staffId, id)
  if (!report) throw new Error('An import that is over has a report')
  return report
}
