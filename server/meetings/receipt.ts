import { z } from 'zod'
import { UNDO_MS } from '../../core/consult/undo.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { conflict, notFound } from '../http/problem.ts'

type Tools = Pick<Deps, 'seal' | 'now'>

/**
 * What takes an act back that leaves no row to tell who did it and what was there before. It is sealed for the act and
 * for whoever did it: nobody else can use it, and nobody can write one.
 */
export const giveReceipt = ({ seal, now }: Tools, ctx: Ctx, act: string, was: unknown): string =>
  seal.close(JSON.stringify({ was, until: now().getTime() + UNDO_MS }), placeOf(ctx, act))

/** What was there before, of `shape`. 404 for what is no receipt of this caller, 409 ('too_late') after ten minutes. */
export function openReceipt<Was>(
  { seal, now }: Tools,
  ctx: Ctx,
  { act, receipt, shape }: { act: string; receipt: string; shape: z.ZodType<Was> },
): Was {
  const { was, until } = z.strictObject({ was: shape, until: z.number() }).parse(opened())
  if (until < now().getTime()) throw conflict('too_late', 'This can no longer be taken back')
  return was

  function opened(): unknown {
    try {
      return JSON.parse(seal.open(receipt, placeOf(ctx, act)))
    } catch {
      throw notFound('receipt')
    }
  }
}

const placeOf = (ctx: Ctx, act: string) => `undo:${act}:${ctx.actor.id}`
