import type { MethodOf } from '../instruments/method-shapes.ts'
import { lookup } from './lookup.ts'
import type { Method } from './method.ts'

/**
 * Short forms of one bank look alike and have tables of their own, so the form is known by its items: all of them
 * answered, and none beside them.
 */
export function lookupByForm(items: readonly string[], forms: MethodOf<'lookup-by-form'>['forms']): Method {
  const known = forms.map((form) => ({
    isIn: items.map((key) => form.items.includes(key)),
    lookup: lookup(form.items.length, form.table),
  }))
  return (answered, inPlace) => {
    const asked = known.find(({ isIn }) => inPlace.every((value, index) => (value !== null) === isIn[index]))
    return asked ? asked.lookup(answered, inPlace) : { reason: 'no-such-form' }
  }
}
