import type { Manner, World } from './world.ts'

export const BEGINS: Manner = { writes: true, makesSecret: true }
export const READS: Manner = { writes: false, makesSecret: false }

export const refuseOther = async ({ db, secret }: World['deps']) =>
  (await import('./own-secret.ts')).refuseOtherSecret(db, secret)

/** Does something in the real world, which is closed afterwards. */
export async function inWorld(how: Manner, act: (world: World) => Promise<void>) {
  const { openWorld } = await import('./world.ts')
  const world = await openWorld(how)
  try {
    await act(world)
  } finally {
    await world.close()
  }
}
