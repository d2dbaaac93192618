import { api, read } from '../kit/api.ts'

/** An answer that was discussed, at which appointment (null for none), or was not after all. */
export type Discussed = { responseId: string; appointmentId: string | null; discussed: boolean }

export function sayDiscussed({ responseId, appointmentId, discussed }: Discussed) {
  const route = api.consults.responses[':responseId'].discussed
  const param = { responseId }
  return discussed ? read(route.$put({ param, json: { appointmentId } })) : read(route.$delete({ param }))
}
