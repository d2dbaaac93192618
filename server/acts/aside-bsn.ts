import { type ToldBsn, withoutBsn } from '../../core/patients/bsn.ts'
import type { BsnKeeper } from '../patients/bsn-keeper.ts'

// The citizen service number of a message that waits for a person: sealed with the organisation's key for this message
// alone, as one is for its patient. Where the organisation keeps none, it is left out.

type Stored = Record<string, unknown>
export type WaitingBsn = { sealed: string; keyId: string }

/** What is told of somebody without their number, and what is kept of that until a person decides. */
export function apartBsn<Told extends object>(keeper: BsnKeeper | null, id: string, told: Told) {
  const { bsn } = told as Told & ToldBsn
  const closed = bsn && keeper?.close(id, bsn)
  const kept: { bsn?: WaitingBsn } = closed ? { bsn: { sealed: closed.sealed, keyId: closed.keyId } } : {}
  return { told: withoutBsn(told), kept }
}

export const waitingBsn = ({ bsn }: Stored): WaitingBsn | null => (bsn as WaitingBsn | undefined) ?? null

/** The number as it came; nothing where none came, or no key that is set opens it. */
export function openBsn(keeper: BsnKeeper | null, id: string, stored: Stored): ToldBsn {
  const waiting = waitingBsn(stored)
  const bsn = waiting && keeper?.open(id, waiting)
  return bsn ? { bsn } : {}
}
