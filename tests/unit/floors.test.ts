import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from 'vitest'

// Who may import whom: each floor stands on those before it. Neighbours on one floor do not know each other.
const CORE = [
  'core/words.ts core/memo.ts core/response.ts core/access',
  'core/words core/problem.ts core/json-caps.ts',
  'core/time core/codes',
  'core/shapes.ts',
  'core/form core/patients core/statistics',
  // what is asked, and what answers come to
  'core/instruments core/disclosure',
  'core/answers core/scoring core/change',
  'core/adaptive',
  // what a care team defines, and what follows from it for each patient
  'core/outcome-sets',
  'core/schedule core/difference core/alerts core/costs core/dataset',
  'core/questionnaire core/mail',
  'core/wording core/simulation core/consult',
  // what a team sees of all of them, and what goes out
  'core/register core/figures',
  'core/definitions core/feeds core/publication core/similar',
  'core/design core/meetings',
]
const SERVER = [
  ...CORE,
  'server/db',
  'server/record-systems.ts',
  'server/config.ts server/logger.ts server/ids.ts server/ctx.ts server/definitions',
  'server/deps.ts server/secret.ts',
  'server/turns.ts',
  'server/http server/mail.ts server/sms.ts server/workbook server/definitions/install.ts',
  'server/audit server/pdf',
  'server/organisations server/staff',
  'server/patients',
  'server/enrolments',
  // stores
  'server/assessments server/responses server/scores server/figures server/alerts server/links server/outbox server/measures server/appointments server/care-events',
  // use cases that write across stores
  'server/acts',
  // routes and what they ask
  'server/forms server/messages server/outreach server/imports server/fhir server/mllp server/care-path server/clinic server/consults server/teams server/portal server/identities server/requests server/admin server/editor server/demo-inbox',
  // what joins them
  'server/board server/rounds server/exports server/similar server/triage server/alert-desk server/documents server/emergency server/launches',
  'server/meetings',
  'server/demo',
  'server/app.ts',
  'server/commands',
  'server/main.ts',
]
const WEB = [...CORE, 'web/kit', 'web/patient web/staff']

const CORE_MAY_USE = ['zod', 'temporal-polyfill', 'jstat']
const DOOR = { from: 'web/kit/api.ts', to: 'server/app.ts' } // the web's only sight of the server: its types

type Import = { from: string; specifier: string; to: string | null; typeOnly: boolean }

const PATTERNS = [
  /^(?:import|export)\s+(type\s)?[^'"`;]*?\bfrom\s+'([^']+)'/gm,
  /^import\s+(type\s)?'([^']+)'/gm,
  /\bimport\(\s*(type\s)?'([^']+)'/g,
]

function importsOf(file: string): Import[] {
  const source = readFileSync(file, 'utf8')
  return PATTERNS.flatMap((pattern) =>
    [...source.matchAll(pattern)].map(([, type, specifier = '']) => {
      const path = specifier.replace(/\?.*/, '')
      const to = path.startsWith('.') ? normalize(join(dirname(file), path)) : null
      return { from: file, specifier, to, typeOnly: type !== undefined }
    }),
  )
}

const files = globSync('{core,server,web}/**/*.{ts,tsx}')
const imports = files.flatMap(importsOf)
const tell = ({ from, specifier }: Import) => `${from} imports ${specifier}`

/** The place in a house where a file stands: the longest name of the list that covers it, and its floor. */
function placeOf(house: string[], file: string) {
  const places = house.flatMap((names, floor) => names.split(' ').map((name) => ({ name, floor })))
  const covering = places.filter(
    ({ name }) => file === name || file === `${name}.ts` || file.startsWith(`${name}/`),
  )
  return covering.toSorted((one, other) => other.name.length - one.name.length)[0]
}

function climbs({ from, to, typeOnly }: Import): boolean {
  if (to === null || (from === DOOR.from && to === DOOR.to && typeOnly)) return false
  return ![SERVER, WEB].some((house) => {
    const [here, there] = [placeOf(house, from), placeOf(house, to)]
    return here && there && (here.name === there.name || there.floor < here.floor)
  })
}

/** All files that are loaded with the given ones. */
function loadedWith(starts: string[]): Set<string> {
  const reached = new Set(starts)
  for (const file of reached)
    for (const { from, to, typeOnly } of imports) if (from === file && to && !typeOnly) reached.add(to)
  return reached
}

test('every file stands on a floor', () => {
  expect(files.filter((file) => !placeOf(SERVER, file) && !placeOf(WEB, file))).toEqual([])
})

test('nothing imports from a floor above its own, or from its neighbour', () => {
  expect(imports.filter(climbs).map(tell)).toEqual([])
})

test('a relative import names a file as it is called', () => {
  const wrong = imports.filter(({ to }) => to !== null && !(/\.\w+$/.test(to) && existsSync(to)))
  expect(wrong.map(tell)).toEqual([])
})

test('no folder hides behind an index', () => {
  expect(files.filter((file) => /\/index\.tsx?$/.test(file))).toEqual([])
})

test('core uses three packages and nothing of Node', () => {
  const foreign = imports.filter(
    ({ from, specifier, to }) => from.startsWith('core/') && to === null && !CORE_MAY_USE.includes(specifier),
  )
  expect(foreign.map(tell)).toEqual([])
})

test('what the patient loads of core brings no package with it', () => {
  const loaded = loadedWith(files.filter((file) => file.startsWith('web/patient/')))
  const heavy = imports.filter(
    ({ from, to, typeOnly }) => from.startsWith('core/') && loaded.has(from) && to === null && !typeOnly,
  )
  expect(heavy.map(tell)).toEqual([])
})

test('scripts run before anything is installed', () => {
  const needing = globSync('scripts/*.mjs')
    .flatMap(importsOf)
    .filter(({ specifier }) => !/^(node:|\.\/)/.test(specifier))
  expect(needing.map(tell)).toEqual(['scripts/dev.mjs imports vite'])
})
