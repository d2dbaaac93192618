import { inflateSync } from 'node:zlib'

type Objects = Map<string, string>

/** What a PDF of ours says of itself, and the words on its pages in the order in which they are drawn; each space is one. */
export function readPdf(pdf: Uint8Array) {
  const raw = Buffer.from(pdf).toString('latin1')
  const objects: Objects = new Map(
    [...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  )
  const meta = Buffer.from(/<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(raw)?.[0] ?? '', 'latin1').toString('utf8')
  const catalog = [...objects.values()].find((body) => /\/Type \/Catalog\b/.test(body)) ?? ''
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body))
  return {
    isTagged: /\/Marked true/.test(raw) && /\/StructTreeRoot \d+ 0 R/.test(raw),
    standard: /<pdfuaid:part>(\d)</.exec(meta)?.[1],
    language: /\/Lang \((\w+)\)/.exec(catalog)?.[1],
    title: /<rdf:li xml:lang="x-default">(.*?)</.exec(meta)?.[1],
    faults: faultsOf(objects, catalog, pages),
    /** Kinds of elements that a screen reader hears, such as 'TH' or 'H1'. */
    tags: new Set([...raw.matchAll(/\/S \/(\w+)/g)].map(([, kind]) => kind)),
    text: pages
      .map((page) => wordsOf(objects, page))
      .join(' ')
      .replaceAll(/\s+/g, ' '),
  }
}

/**
 * What PDF/UA-1 (ISO 14289-1) asks of the file's own objects and is not there: what a reader shows of it is looked at in
 * pdf-elsewhere.ts. The compiler validates its output against the standard as it writes; this reads the file itself.
 */
function faultsOf(objects: Objects, catalog: string, pages: readonly string[]): string[] {
  const root = objects.get(refIn(catalog, 'StructTreeRoot') ?? '') ?? ''
  const fonts = [...objects.values()].filter(
    (body) => /\/Type \/Font\b/.test(body) && /\/Subtype \/Type0\b/.test(body),
  )
  const checks: [string, boolean][] = [
    ['7.1 a tree of the structure, found from the content', /\/ParentTree (<<|\d+ 0 R)/.test(root)],
    ['7.1 every page belongs to it', pages.every((page) => /\/StructParents \d+/.test(page))],
    [
      '7.21.7 every letter can be read',
      fonts.length > 0 && fonts.every((body) => /\/ToUnicode \d+ 0 R/.test(body)),
    ],
    [
      '7.18 pages are read in the order of the structure',
      pages.every((page) => !/\/Annots/.test(page) || /\/Tabs \/S/.test(page)),
    ],
  ]
  return checks.flatMap(([what, holds]) => (holds ? [] : [what]))
}

const streamOf = (objects: Objects, id: string | undefined): string => {
  const body = objects.get(id ?? '') ?? ''
  const from = /stream\r?\n/.exec(body)
  if (!from) return ''
  const data = Buffer.from(body.slice(from.index + from[0].length, body.lastIndexOf('endstream')), 'latin1')
  return (/FlateDecode/.test(body) ? inflateSync(data) : data).toString('latin1')
}
const refIn = (body: string, name: string) => new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1]

function wordsOf(objects: Objects, page: string): string {
  const resources = objects.get(refIn(page, 'Resources') ?? '') ?? page
  const fonts = new Map(
    [...resources.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
      name,
      signsOf(streamOf(objects, refIn(objects.get(id) ?? '', 'ToUnicode'))),
    ]),
  )
  let signs = new Map<string, string>()
  const drawn = [
    ...streamOf(objects, refIn(page, 'Contents')).matchAll(/\/(f\d+) [\d.]+ Tf|^([[(].*[\])]) T[jJ]$/gm),
  ]
  return drawn
    .flatMap(([, font, shown]) => {
      if (font) signs = fonts.get(font) ?? signs
      return shown
        ? [
            codesIn(shown)
              .map((code) => signs.get(code) ?? '')
              .join(''),
          ]
        : []
    })
    .join(' ')
}

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** The strings of what is drawn, `[(…) 12 (…)]`: a bracket within one is escaped, or has its other half there too. */
function stringsIn(shown: string): string[] {
  const strings: string[] = []
  let [depth, from] = [0, 0]
  for (const { 0: sign, index } of shown.matchAll(/\\[\s\S]|[()]/g)) {
    if (sign === '(' && depth++ === 0) from = index + 1
    if (sign === ')' && --depth === 0) strings.push(shown.slice(from, index))
  }
  return strings
}

/** The glyphs of it, each as four hexadecimal digits. */
function codesIn(shown: string): string[] {
  const bytes = stringsIn(shown).map((text) =>
    text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
      /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
    ),
  )
  const hex = Buffer.from(bytes.join(''), 'latin1').toString('hex').toUpperCase()
  return hex.match(/.{4}/g) ?? []
}

/** What each glyph of a font stands for, as the font itself says. */
function signsOf(table: string): Map<string, string> {
  const decoded = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le')
  return new Map(
    [...table.matchAll(/^<(\w{4})> <(\w+)>$/gm)].map(([, code = '', hex = '']) => [
      code.toUpperCase(),
      decoded(hex),
    ]),
  )
}
