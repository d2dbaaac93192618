// drizzle-orm's package.json is 180 kB, and Node reads it again for each import of and within the package: almost half
// of what it takes to load the program. Where its files lie is worked out once, and inside of it from the path alone.
import { registerHooks } from 'node:module'

const INSIDE = '/node_modules/drizzle-orm/'
const known = new Map()

registerHooks({
  resolve(specifier, context, next) {
    const { parentURL = '', conditions } = context
    if (!conditions.includes('import')) return next(specifier, context)
    if (specifier.startsWith('.') && parentURL.includes(INSIDE))
      return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
    if (!/^drizzle-orm(\/|$)/.test(specifier)) return next(specifier, context)
    if (!known.has(specifier)) known.set(specifier, { ...next(specifier, context), shortCircuit: true })
    return known.get(specifier)
  },
})
