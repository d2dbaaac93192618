import { atHome } from '../../core/outcome-sets/at-home.ts'
import type { Deps } from '../deps.ts'
import { nextVisit } from '../outbox/asked-visit.ts'
import type { Asked, MailFacts } from '../outbox/facts.ts'
import type { VisitIs } from '../outbox/letters.ts'
import { canSignIn } from '../patients/issuer.ts'

/** What a mail may say of the visit that it is about; null where it is about none. Who cannot sign in is sent nowhere. */
export async function visitIsOf(
  { definitions, config }: Pick<Deps, 'definitions' | 'config'>,
  facts: Pick<MailFacts, 'message'>,
  asked: readonly Asked[],
): Promise<VisitIs | null> {
  const visit = nextVisit(facts, asked)
  if (!visit) return null
  const { set } = await definitions.version(visit.setVersionId)
  const kind = set.appointmentKinds.find(({ id }) => id === visit.appointmentKind)
  const home = atHome(visit.appointmentWay, kind)
  return {
    fromHome: home !== null && home !== 'possible',
    hasPreparation: canSignIn(config) && Boolean(visit.appointmentPreparation ?? kind?.preparation),
  }
}
