import type { Context } from 'hono'
import { Problem } from './problem.ts'

export type Form = Record<string, string | File | (string | File)[]>

/** The fields of a form, those that come more than once as a list; 400 for a body that is none. */
export async function formOf(c: Context): Promise<Form> {
  try {
    return await c.req.parseBody({ all: true })
  } catch (error) {
    if (error instanceof Problem) throw error
    throw new Problem(400, 'malformed_form', 'This form cannot be read; go back and send it again')
  }
}

/** What was typed into its fields, to be shown again where the form is refused. */
export const typedIn = (form: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(form).filter((field) => typeof field[1] === 'string')) as Record<
    string,
    string
  >
