import type { Env, MiddlewareHandler, ValidationTargets } from 'hono'
import { validator } from 'hono/validator'
import type { ZodType, z } from 'zod'

type Validated<Target extends string, Schema extends ZodType> = {
  in: { [name in Target]: z.input<Schema> }
  out: { [name in Target]: z.output<Schema> }
}

/** Checks one part of a request; what is wrong is answered as 400 by `answerProblem`. */
export const valid = <Target extends keyof ValidationTargets, Schema extends ZodType>(
  target: Target,
  schema: Schema,
) =>
  validator(target, (value) => schema.parse(value)) as unknown as MiddlewareHandler<
    Env,
    string,
    Validated<Target, Schema>
  >
