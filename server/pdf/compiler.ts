import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Printed } from '../../core/words/printed.ts'

type Source = { mainFilePath: string; inputs: Record<string, string> }
type Native = {
  NodeCompiler: {
    create(options: { workspace: string; fontArgs: { fontBlobs: Buffer[] }[] }): Compiler
  }
}
type Compiler = {
  pdf(source: Source, options: { pdfStandard: 'ua-1' }): Buffer
  evictCache(age: number): void
}

/** The compiler exists for these; elsewhere npm installs none of them. */
const BINARIES = ['gnu', 'musl'].map((libc) => `@myriaddreamin/typst-ts-node-compiler-linux-x64-${libc}`)

const FONTS = [
  '@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf',
  '@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf',
  // Arabic too: with Noto Sans Arabic some words have glyphs that stand for no letter, which PDF/UA does not allow.
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
]

const need = createRequire(import.meta.url)
const fileAt = (name: string) => fileURLToPath(new URL(name, import.meta.url))

/** The compiler with our fonts, or null on a machine that there is none for. 60 ms and 80 MB. */
export function openCompiler(): Compiler | null {
  const native = BINARIES.map(load).find((found) => found !== null)
  if (!native) return null
  const fontBlobs = FONTS.map((font) => readFileSync(need.resolve(font)))
  return native.NodeCompiler.create({ workspace: fileAt('.'), fontArgs: [{ fontBlobs }] })
}

function load(name: string): Native | null {
  try {
    return need(name) as Native
  } catch {
    return null // it is for another machine
  }
}

/** Stands where no font has a sign. */
const MISSING = '\uFFFD'
/** Control signs, and those that turn the direction of what follows. */
const UNSEEN = /[^\P{Cc}\n]|[\u202A-\u202E]/gu
/** Each round finds the next sign that no font has: nobody writes this many by accident. */
const ROUNDS = 50

/** A PDF/UA-1, which the compiler refuses to make where a picture has no words or a level of headings is left out. */
export function compile(compiler: Compiler, printed: Printed): Buffer {
  const missing = new Set<string>()
  for (let round = 0; round < ROUNDS; round++) {
    try {
      const inputs = { printed: asData(printed, missing) }
      return compiler.pdf({ mainFilePath: fileAt('document.typ'), inputs }, { pdfStandard: 'ua-1' })
    } catch (error) {
      const found = missingSigns(complaint(error))
      if (found.length === 0) throw new Error(complaint(error), { cause: error })
      for (const sign of found) missing.add(sign)
    } finally {
      compiler.evictCache(0) // nothing that a person wrote stays
    }
  }
  throw new Error('Too many signs that no font has')
}

function asData(printed: Printed, missing: ReadonlySet<string>): string {
  const drawn = (text: string) => {
    const plain = text.toWellFormed().replace(UNSEEN, '')
    return [...missing].reduce((rest, sign) => rest.replaceAll(sign, MISSING), plain)
  }
  return JSON.stringify(printed, (_, value: unknown) => (typeof value === 'string' ? drawn(value) : value))
}

/** Whether the letters of some script cannot be written so that a screen reader reads them. */
export const isBeyondFonts = (error: unknown): boolean =>
  /missing codepoints|Too many signs/.test(complaint(error))

/** The compiler says what is wrong in one place or the other. */
const complaint = (error: unknown): string => {
  const { message, code } = error as { message?: string; code?: string }
  return `${message ?? ''} ${code ?? ''}`
}

/** The signs of 'the text `"中"` could not be displayed', one complaint or several. */
const missingSigns = (message: string): string[] =>
  [...message.matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/g)].map(([, sign = '']) =>
    sign.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    ),
  )
