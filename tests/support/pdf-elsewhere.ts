import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

// What another program makes of our PDFs: Mozilla's reader, which knows nothing of how they were written.

const KINDS = new Set(
  'Root Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference Code Link Annot Figure Formula Form'.split(
    ' ',
  ),
)

type Node = {
  role?: string
  type?: string
  id?: string
  alt?: string
  bbox?: number[]
  scope?: string
  children?: Node[]
}

/** It says that it cannot draw here without a canvas; it only reads. */
async function openReader() {
  const { warn } = console
  console.warn = () => {}
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs')
  } finally {
    console.warn = warn
  }
}

/** What PDF/UA-1 (ISO 14289-1) asks, that this reader can see, and does not find; by clause. */
export async function faultsElsewhere(file: Uint8Array): Promise<string[]> {
  const { getDocument, VerbosityLevel } = await openReader()
  const data = new Uint8Array(file) // the reader keeps what it is given
  const reading = getDocument({ data, verbosity: VerbosityLevel.ERRORS, stopAtErrors: true })
  try {
    return await faultsIn(await reading.promise)
  } finally {
    await reading.destroy()
  }
}

async function faultsIn(pdf: PDFDocumentProxy): Promise<string[]> {
  const [marks, meta, view] = await Promise.all([
    pdf.getMarkInfo(),
    pdf.getMetadata(),
    pdf.getViewerPreferences(),
  ])
  const info = meta.info as { Title?: string; Language?: string }
  const mark = (name: string) => (marks as Map<string, boolean> | null)?.get(name)
  const pages = Array.from({ length: pdf.numPages }, (_, number) => faultsOn(pdf, number + 1))
  const found = await Promise.all(pages)
  return [
    ...check('5 says that it is PDF/UA-1', String(meta.metadata?.getRaw()).includes('<pdfuaid:part>1<')),
    ...check('6.2 is marked, and nothing is suspect', mark('Marked') === true && mark('Suspects') !== true),
    ...check('7.1 shows its title', Boolean(info.Title) && view?.get('DisplayDocTitle') === true),
    ...check('7.2 has a language', Boolean(info.Language)),
    ...check('7.4 no level of headings is left out', isStepwise(found.flatMap(({ levels }) => levels))),
    ...found.flatMap(({ faults }) => faults),
  ]
}

const check = (what: string, holds: boolean): string[] => (holds ? [] : [what])

/** Begins at the first level, and goes down one at a time. */
const isStepwise = (levels: readonly number[]): boolean =>
  levels.every((level, place) => level <= (levels[place - 1] ?? 0) + 1)

async function faultsOn(pdf: PDFDocumentProxy, number: number) {
  const page = await pdf.getPage(number)
  await page.getOperatorList() // this loads the fonts
  const tree = nodesIn((await page.getStructTree()) as Node)
  const heard = new Set(tree.flatMap(({ type, id }) => (type === 'content' && id ? [id] : [])))
  const { items, styles } = await page.getTextContent({ includeMarkedContent: true })
  const fonts = Object.keys(styles).map((id) => page.commonObjs.get(id) as { missingFile?: boolean } | null)
  const ofKind = (kind: string) => tree.filter(({ role }) => role === kind)
  const faults = [
    ...check('7.1 every text is heard, or is of no importance', unheard(items, heard).length === 0),
    ...check(
      '7.1 every kind of element is a usual one',
      tree.every(({ role }) => !role || KINDS.has(role)),
    ),
    ...check(
      '7.3 every picture has words and a place',
      ofKind('Figure').every(({ alt, bbox }) => alt && bbox),
    ),
    ...check(
      '7.5 every heading of a table says of what',
      ofKind('TH').every(({ scope }) => scope),
    ),
    ...check(
      '7.6 a list has nothing but items',
      ofKind('L').every(({ children = [] }) => children.every(({ role }) => role === 'LI')),
    ),
    ...check(
      '7.21.4 every font is in the file',
      fonts.every((font) => font && !font.missingFile),
    ),
  ]
  const levels = tree.flatMap(({ role }) => /^H(\d)$/.exec(role ?? '')?.[1] ?? []).map(Number)
  return { levels, faults: faults.map((fault) => `page ${number}: ${fault}`) }
}

const nodesIn = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesIn)]

/** Texts that are neither in the tree nor set apart as decoration. */
function unheard(items: readonly object[], heard: ReadonlySet<string>): string[] {
  const around: { tag: string; id: string | null }[] = []
  return items.flatMap((item) => {
    const one = item as { type?: string; tag?: string; id?: string | null; str?: string }
    if (one.type?.startsWith('begin')) around.push({ tag: one.tag ?? '', id: one.id ?? null })
    if (one.type === 'endMarkedContent') around.pop()
    const isIn = around.some(({ tag, id }) => tag === 'Artifact' || (id !== null && heard.has(id)))
    return one.str?.trim() && !isIn ? [one.str] : []
  })
}
