import type { Language } from '../../core/words.ts'
import type { Config } from '../config.ts'
import type { Tx } from '../db/database.ts'
import type { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { enqueueStaffMail } from '../outbox/store.ts'
import { addStaffLink, type StaffLinkKind, staffLinkUrl } from '../staff/links.ts'

type Person = Pick<typeof staff.$inferSelect, 'id' | 'organisationId' | 'name' | 'email' | 'language'>

/** Whether mail goes anywhere: to a mail server, or to the demo's inbox page. */
export const mailWorks = ({ SMTP_URL, DEMO }: Pick<Config, 'SMTP_URL' | 'DEMO'>): boolean =>
  SMTP_URL !== undefined || DEMO

/** Mails a one-time link to a member of staff; an invitation says which colleague it is from. Where there is no mail yet, gives the link, to be handed over in person. */
export async function sendLink(
  tx: Tx,
  deps: Pick<Deps, 'now' | 'newId' | 'seal' | 'config'>,
  person: Person,
  kind: StaffLinkKind,
  by?: string,
): Promise<string | null> {
  const link = staffLinkUrl(deps, await addStaffLink(tx, deps, { kind, staffId: person.id }))
  if (!mailWorks(deps.config)) return link
  const { organisationId, name, email: to, language } = person
  await enqueueStaffMail(tx, deps, {
    organisationId,
    to,
    language: language as Language,
    kind,
    link,
    ...(kind === 'invitation' && by ? { invited: { name, by } } : {}),
  })
  return null
}
