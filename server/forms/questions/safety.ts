import { holds } from '../../../core/form/conditions.ts'
import type { Answer } from '../../../core/response.ts'
import { type Reader, type SafetyText, safetyTexts } from '../compiled.ts'
import type { OpenTask } from '../open-tasks.ts'
import type { AskedQuestion } from './asked.ts'

/** What a patient reads at once on giving an answer that calls for action, and whom to call. */
export type Notice = SafetyText & { phone: string }

/** What may have to be said about the answers to one question. */
export function noticesFor(
  tasks: readonly OpenTask[],
  { assessment, instrument, item }: AskedQuestion,
  reader: Reader,
  phone: string,
): Notice[] {
  const task = tasks.find(({ id }) => id === assessment)
  const texts = task ? safetyTexts(task.setVersion, reader) : []
  return texts
    .filter((text) => text.instrument === instrument && text.item === item)
    .map((text) => ({ ...text, phone }))
}

export const concerns = ({ op, value }: SafetyText, answer: Answer | undefined): boolean =>
  holds({ kind: 'compare', question: 'answer', op, value }, { answer: answer ?? null })
