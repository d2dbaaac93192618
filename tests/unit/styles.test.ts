import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'

// Each page of staff is loaded by itself, with the styles that it imports. A class that only another page's stylesheet
// knows looks right for whoever came by way of that page, and is bare for everybody else.

const read = (file: string) => readFileSync(file, 'utf8')
const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, one]) => one ?? '')

/** A file and all that it imports, as they come in its bundle. */
function bundle(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file)) return seen
  seen.add(file)
  if (file.endsWith('.css')) return seen
  for (const to of found(read(file), /(?:from|^import) '(\.[^']+)'/gm)) bundle(join(dirname(file), to), seen)
  return seen
}

const classesIn = (css: string) => found(css.replaceAll(/\/\*.*?\*\//gs, ''), /\.([a-z][\w-]*)/g)

const styled = new Map<string, Set<string>>()
for (const file of globSync('web/**/*.css'))
  for (const name of classesIn(read(file))) styled.set(name, (styled.get(name) ?? new Set()).add(file))

/** What stands in a className: names, or strings of an expression. */
const usedIn = (file: string) =>
  found(read(file), /className=("[^"]+"|\{[^}]+\})/g)
    .flatMap((given) => (given.startsWith('"') ? [given.slice(1, -1)] : found(given, /'([^']*)'/g)))
    .flatMap((names) => names.split(' '))

const routes = globSync('web/staff/routes/*.tsx')
const pages = routes.flatMap((route) =>
  found(read(route), /import\('(\.[^']+)'\)/g).map((to) => join(dirname(route), to)),
)

it('brings along the styles of what it shows', () => {
  const shell = bundle('web/staff/main.tsx')
  expect(pages.length).toBeGreaterThan(20)
  const bare = pages.flatMap((page) => {
    const own = bundle(page)
    const isHere = (css: string) => own.has(css) || shell.has(css)
    return [...own]
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) => usedIn(file).map((name) => ({ page, file, name })))
      .filter(({ name }) => styled.has(name) && ![...(styled.get(name) ?? [])].some(isHere))
  })
  expect(bare).toEqual([])
})
