import { z } from 'zod'
import { typedDate } from '../../core/answers/typed-date.ts'
import { emailShape } from '../../core/feeds/appointment-message.ts'
import { relations } from '../../core/patients/proxy.ts'
import { lineShape } from '../../core/shapes.ts'
import { Problem } from '../http/problem.ts'

const Named = z.object({
  name: lineShape(2, 120),
  relation: z.enum(relations),
  until: z.string(),
  email: emailShape.or(z.literal('')).default(''),
})

/** Who is to answer, as it was filled in; null for a form that lacks something. */
export function proxyIn(form: object) {
  const given = Named.safeParse(form)
  const untilOn = given.success ? typedDate(given.data.until) : null
  if (!given.success || !untilOn) return null
  const { name, relation, email } = given.data
  return { name, relation, untilOn, readsMail: false, email: email || null }
}

/** False where it was refused, for its day or the patient's age, or where nobody answers any more: pressed twice. */
export async function accepted(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act()
    return true
  } catch (error) {
    if (error instanceof Problem && (error.status === 422 || error.status === 404)) return false
    throw error
  }
}
