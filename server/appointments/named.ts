import type { AppointmentMessage, MessageProblem } from '../../core/feeds/appointment-message.ts'
import { once } from '../../core/memo.ts'
import { fold } from '../../core/words/fold.ts'
import type { Localised } from '../../core/words.ts'

type Named = { id: string; title: Localised }

/** Feeds write 'Intake', 'intake' or 'INTAKE': any title in any language, or the id. */
const idsByName = once((list: readonly Named[]) => {
  const names = list.flatMap(({ id, title }) =>
    [id, ...Object.values(title)].map((name) => [fold(name), id] as const),
  )
  return new Map(names)
})

export const findNamed = (list: readonly Named[], text: string): string | null =>
  list.find(({ id }) => id === text)?.id ?? idsByName(list).get(fold(text)) ?? null

/** What a sender calls the kind, or one of its other names for it. */
export const findKind = (
  list: readonly Named[],
  { kind, codes = [] }: Pick<AppointmentMessage, 'kind' | 'codes'>,
) => [kind, ...codes].map((name) => findNamed(list, name)).find((id) => id !== null) ?? null

export const unknown = (field: string, value: string, list: readonly Named[]): MessageProblem => ({
  field,
  code: `unknown-${field}`,
  value,
  options: list.map(({ title }) => title),
})
