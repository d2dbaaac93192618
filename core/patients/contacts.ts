import { z } from 'zod'
import { lineShape } from '../shapes.ts'

/** What somebody is to a patient: who knows them best, who plans, or whom to call about something. */
export const contactKinds = ['contact', 'planner', 'about'] as const

/** When a number is answered. */
export const contactHours = ['office', 'evening', 'always'] as const

/** One line of whom a patient calls for what; `about` says for which complaint, where it is for one. */
const contactShape = z.strictObject({
  kind: z.enum(contactKinds),
  who: lineShape(2, 120),
  about: lineShape(0, 200),
  phone: z
    .string()
    .trim()
    .regex(/^\+?[\d ()-]{3,20}$/, 'a phone number: digits, spaces and a + in front'),
  hours: z.enum(contactHours),
})
export type ContactLine = z.infer<typeof contactShape>

export const MOST_CONTACTS = 12
export const contactsShape = z.array(contactShape).max(MOST_CONTACTS)

/** Who this patient calls: their own lines first; of those who know them best and who plan, the team's only where they have none. */
export const contactsFor = (own: readonly ContactLine[], team: readonly ContactLine[]): ContactLine[] => {
  const isReplaced = ({ kind }: ContactLine) => kind !== 'about' && own.some((line) => line.kind === kind)
  return [...own, ...team.filter((line) => !isReplaced(line))].toSorted(
    (a, b) => contactKinds.indexOf(a.kind) - contactKinds.indexOf(b.kind),
  )
}
