import { systemCtx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Deps } from '../deps.ts'
import { linkIdentities, subjectKey } from './identities.ts'
import { patientIssuer } from './issuer.ts'

type Offered = { id: string; organisationId: string }

/** From now on these people of a demo can sign in with its stand-in, which knows each by their id. Harmless when repeated. */
export async function offerStandIn(
  tx: Tx,
  deps: Pick<Deps, 'newId' | 'now' | 'config' | 'seal'>,
  people: readonly Offered[],
): Promise<void> {
  const issuer = patientIssuer(deps.config)
  if (!issuer) return
  for (const [organisationId, own] of Map.groupBy(people, (one) => one.organisationId))
    await linkIdentities(
      tx,
      deps,
      systemCtx(organisationId, 'demo'),
      own.map(({ id }) => ({ patientId: id, issuer, subjectKey: subjectKey(deps.seal, issuer, id) })),
    )
}
