import { createHash } from 'node:crypto'
import { type Context, Hono } from 'hono'
import { dcatCatalogue, dcatRecord, type Published } from '../../core/publication/dcat.ts'
import type { Publication } from '../../core/publication/publication.ts'
import type { Language } from '../../core/words.ts'
import type { Deps } from '../deps.ts'
import { writeCsv } from '../http/csv-output.ts'
import { pageHeaders } from '../http/security-headers.ts'
import { listPage, publicStyles, referrerPage, teamPage } from './public-page.ts'
import { readPublic } from './publications.ts'

const HOUR = 3600
const HTML = 'text/html; charset=utf-8'
const CSV = 'text/csv; charset=utf-8'
const JSON_LD = 'application/ld+json'

/** What anybody may read, without signing in: only what a lead and the board approved, as it was fixed then. */
export function publicRoutes({ db, config }: Pick<Deps, 'db' | 'config'>) {
  const home = new URL('/uitkomsten', config.PUBLIC_URL).href
  const { 'Cache-Control': _, ...headers } = pageHeaders({
    styles: publicStyles,
    https: config.PUBLIC_URL.startsWith('https:'),
  })
  /** The same for everybody, and kept for an hour; whoever has it already gets no second copy. */
  const answer = (c: Context, body: string, type: string) => {
    const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
    const kept = { ...headers, 'Cache-Control': `public, max-age=${HOUR}`, ETag: tag }
    if (c.req.header('if-none-match') === tag) return c.body(null, 304, kept)
    return c.body(body, 200, { ...kept, 'Content-Type': type })
  }
  const ofTeam = (make: (shown: Published, c: Context) => unknown, type: string) => async (c: Context) => {
    const [shown] = await readPublic(db, c.req.param('teamId'))
    return shown ? answer(c, String(await make(shown, c)), type) : c.notFound()
  }
  return new Hono()
    .get('/catalog.jsonld', async (c) =>
      answer(c, JSON.stringify(dcatCatalogue(home, await readPublic(db))), JSON_LD),
    )
    .get('/', async (c) =>
      answer(c, String(await listPage(languageOf(c), await readPublic(db), config.DEMO)), HTML),
    )
    .get(
      '/:teamId',
      ofTeam((shown, c) => teamPage(languageOf(c), shown, config.DEMO), HTML),
    )
    .get(
      '/:teamId/verwijzers',
      ofTeam((shown, c) => referrerPage(languageOf(c), shown, config.DEMO), HTML),
    )
    .get(
      '/:teamId/record.jsonld',
      ofTeam((shown) => JSON.stringify(dcatRecord(home, shown)), JSON_LD),
    )
    .get(
      '/:teamId/data.csv',
      ofTeam(({ content }) => dataOf(content), CSV),
    )
    .get(
      '/:teamId/codebook.csv',
      ofTeam(({ content }) => codebookOf(content), CSV),
    )
}

const languageOf = (c: Context): Language => (c.req.query('language') === 'en' ? 'en' : 'nl')

const cell = (value: number | null) => (value === null ? '' : String(value))

const dataOf = ({ organisation, team, from, to, figures }: Publication) =>
  writeCsv([
    ['organisation', 'team', 'from', 'to', 'indicator', 'kind', 'value', 'bound', 'n'],
    ...figures.map(({ id, kind, value, bound, n }) => [
      organisation,
      team,
      from,
      to,
      id,
      kind,
      cell(value),
      bound ?? '',
      cell(n),
    ]),
  ])

const codebookOf = ({ figures }: Publication) =>
  writeCsv([
    ['indicator', 'field', 'nl', 'en'],
    ...figures.flatMap(({ id, title, numerator, denominator, exclusions, window, source, direction }) => [
      [id, 'title', title.nl, title.en],
      [id, 'numerator', numerator.nl, numerator.en],
      [id, 'denominator', denominator.nl, denominator.en],
      [id, 'exclusions', exclusions.nl, exclusions.en],
      [id, 'window', window.nl, window.en],
      [id, 'direction', direction, direction],
      [id, 'source', source, source],
    ]),
    [
      '',
      'value',
      'Aandelen als 0–1, afgerond op 0,05; gemiddelden op 0,1; leeg onder 10 mensen',
      'Shares as 0–1, rounded to 0.05; means to 0.1; empty below 10 people',
    ],
    [
      '',
      'bound',
      'below of above: het aandeel ligt onder of boven deze waarde; dichter bij 0 of 1 wordt niet gezegd',
      'below or above: the share lies below or above this value; nearer to 0 or 1 it is not told',
    ],
    ['', 'n', 'Aantal, afgerond op vijf', 'Number, rounded to five'],
  ])
