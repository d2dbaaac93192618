import { and, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Language } from '../../core/words.ts'
import type { Tx } from '../db/database.ts'
import { messages } from '../db/schema/messages.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { sealStaffMail } from './content.ts'
import { blank } from './store.ts'

type Works = Pick<Deps, 'now' | 'newId' | 'seal' | 'config'>
type Asked = { id: string; organisationId: string; email: string; language: string; meetingId: string }

/** Asks who has an account already to a meeting; without a word about whom it is. */
export async function enqueueMeetingNotice(tx: Tx, deps: Works, asked: Asked): Promise<void> {
  const { id, organisationId, email, language, meetingId } = asked
  const row = { ...blank(deps, organisationId, 'meeting'), batch: `${id} meeting ${meetingId}` }
  const link = `${deps.config.STAFF_URL}/staff/meetings/${meetingId}`
  const content = { language: language as Language, link, note: { kind: 'meeting' } as const }
  await tx
    .insert(messages)
    .values({ ...row, ...sealStaffMail(deps.seal, row.id, email, content) })
    .onConflictDoNothing()
}

/** What somebody still has to do because of meetings: how much in all, and how much of it is late. */
export type Todo = { staffId: string; open: number; late: number }

/** Reminds people of their actions, each once a day at most; without a word about whom they are. */
export async function enqueueTodos(
  db: Tx,
  deps: Works,
  { organisationId, day }: { organisationId: string; day: string },
  todos: readonly Todo[],
): Promise<void> {
  if (todos.length === 0) return
  const ids = todos.map(({ staffId }) => staffId)
  const readers = await db
    .select({ id: staff.id, email: staff.email, language: staff.language })
    .from(staff)
    .where(and(inArray(staff.id, ids), isNotNull(staff.userId), isNull(staff.leftAt)))
  const rows = readers.flatMap(({ id, email, language }) => {
    const todo = todos.find(({ staffId }) => staffId === id)
    if (!todo) return []
    const row = { ...blank(deps, organisationId, 'actions-due'), batch: `${id} actions ${day}` }
    const link = `${deps.config.STAFF_URL}/staff/meetings`
    const note = { kind: 'todo', open: todo.open, late: todo.late } as const
    const content = { language: language as Language, link, note }
    return [{ ...row, ...sealStaffMail(deps.seal, row.id, email, content) }]
  })
  if (rows.length > 0) await db.insert(messages).values(rows).onConflictDoNothing()
}
