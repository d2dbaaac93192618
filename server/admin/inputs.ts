import { z } from 'zod'
import { roles } from '../../core/access/access.ts'
import { lineShape, nameShape } from '../../core/shapes.ts'
import { Problem } from '../http/problem.ts'
import { LONGEST_PASSWORD } from '../staff/passwords.ts'

export const Token = z.string().min(20).max(100)
/** Only its size: why a password will not do is said in words, by the act. */
export const Password = z
  .string()
  .min(1)
  .max(LONGEST_PASSWORD * 2)
export const SixDigits = z.string().regex(/^\d{6}$/)
export const IsoDate = z.iso.date()

export const Person = z.strictObject({
  name: lineShape(2, 120),
  email: z.email().max(254).toLowerCase(),
  profession: lineShape(2, 80),
  language: z.enum(['nl', 'en']),
})

export const GivenRole = z.strictObject({
  role: z.enum(roles),
  teamId: nameShape.nullable(),
  from: IsoDate.optional(),
})

export const linkOver = new Problem(410, 'link_over', 'This link was used or is too old; ask for a new one')
