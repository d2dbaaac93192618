import { and, eq, isNull, sql } from 'drizzle-orm'
import { once } from '../../core/memo.ts'
import type { Tx } from '../db/database.ts'
import { given } from '../db/given.ts'
import { links } from '../db/schema/messages.ts'

/**
 * A person opened this link, at an instant; the first time counts. Looking at its page is not opening it: mail scanners
 * and previews look too, and they press nothing.
 */
export const markOpened = (tx: Tx, linkId: string, at: string) => opened(tx).execute({ linkId, at })

const opened = once((tx: Tx) =>
  tx
    .update(links)
    .set({ openedAt: given('at', links.openedAt) })
    .where(and(eq(links.id, sql.placeholder('linkId')), isNull(links.openedAt)))
    .prepare('link_opened'),
)

/** The same of the link to questions that a message brought. */
export const markOpenedBy = (tx: Tx, messageId: string, at: string) => openedBy(tx).execute({ messageId, at })

const openedBy = once((tx: Tx) =>
  tx
    .update(links)
    .set({ openedAt: given('at', links.openedAt) })
    .where(
      and(
        eq(links.messageId, sql.placeholder('messageId')),
        eq(links.kind, 'answer'),
        isNull(links.openedAt),
      ),
    )
    .prepare('link_opened_by'),
)
