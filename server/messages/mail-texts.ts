import { desc, eq } from 'drizzle-orm'
import {
  type MailText,
  type MailTextKind,
  type MailTextLanguage,
  mailTextKinds,
  mailTextLanguages,
  mailTextProblems,
} from '../../core/mail/mail-text.ts'
import { record } from '../audit/store.ts'
import type { Ctx } from '../ctx.ts'
import { mailTexts } from '../db/schema/mailing.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { refused } from '../http/problem.ts'
import { readOrganisation } from '../organisations/store.ts'
import { sampleMail } from './sample-mail.ts'

/** Which mail, in which language. */
export type Which = { kind: MailTextKind; language: MailTextLanguage }

/** What the organisation says in its own words, mail by mail: null where ours holds. */
export async function ownMailTexts({ db }: Pick<Deps, 'db'>, ctx: Ctx) {
  const rows = await db
    .select({ text: mailTexts, by: staff.name })
    .from(mailTexts)
    .innerJoin(staff, eq(staff.id, mailTexts.changedBy))
    .where(eq(mailTexts.organisationId, ctx.organisationId))
    .orderBy(desc(mailTexts.changedAt), desc(mailTexts.id))
  return mailTextKinds.flatMap((kind) =>
    mailTextLanguages.map((language) => {
      const last = rows.find(({ text }) => text.kind === kind && text.language === language)
      const { subject, opening, changedAt } = last?.text ?? { subject: null, opening: null, changedAt: null }
      return {
        kind,
        language,
        own: subject && opening ? { subject, opening } : null,
        changed: last && changedAt ? { at: changedAt, by: last.by } : null,
      }
    }),
  )
}

/** From now on this is said, or ours where it is null. 422 ('text_unfit') says what may not stand in a mail. */
export async function saveMailText(
  deps: Pick<Deps, 'db' | 'now' | 'newId'>,
  ctx: Ctx,
  { kind, language }: Which,
  text: MailText | null,
): Promise<void> {
  if (text) mustBeFit(text)
  await deps.db.transaction(async (tx) => {
    await tx.insert(mailTexts).values({
      id: deps.newId('txt'),
      organisationId: ctx.organisationId,
      kind,
      language,
      subject: text?.subject ?? null,
      opening: text?.opening ?? null,
      changedAt: deps.now().toISOString(),
      changedBy: ctx.actor.id,
    })
    await record(tx, deps, ctx, {
      action: 'U',
      type: 'mail.text-changed',
      detail: { kind, language, own: text !== null },
    })
  })
}

export function mustBeFit(text: MailText): void {
  const problems = mailTextProblems(text)
  if (problems.length > 0)
    throw refused('text_unfit', 'This may not stand in a mail to patients', { problems })
}

/** The mail as somebody invented would get it, with this text, and what may not stand in it. */
export async function previewMail(deps: Deps, ctx: Ctx, which: Which, text: MailText | null) {
  const organisation = await readOrganisation(deps.db, ctx)
  return {
    problems: text ? mailTextProblems(text) : [],
    ...sampleMail(organisation, which, text, deps.now().toISOString()),
  }
}
