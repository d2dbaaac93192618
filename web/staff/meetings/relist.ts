import type { AgendaItem } from '../../../core/meetings/meeting.ts'
import { topicOf } from '../../../core/meetings/meeting-topics.ts'
import { addAction, listPatient, listSubject } from './queries.ts'

type Relist = { id: string; item: AgendaItem }

/** Puts back what was taken off, with what was written and what is to be done. */
export async function relist({ id, item: { enrolmentId, subject, question, situation, actions } }: Relist) {
  const { id: itemId } = enrolmentId
    ? await listPatient({ id, enrolmentId, question, situation })
    : await listSubject({ id, topic: subject && subject.kind !== 'free' ? topicOf(subject) : null, question })
  for (const { what, ownerId, dueOn } of actions) await addAction({ id, itemId, what, ownerId, dueOn })
}
