import { expect } from 'vitest'
import { readPdf } from './pdf.ts'
import { faultsElsewhere } from './pdf-elsewhere.ts'

/** The compiler of PDFs exists for these machines alone; on them it has to work. */
export const hasCompiler = process.platform === 'linux' && process.arch === 'x64'

type Expected = {
  language?: string
  title?: string
  tags?: string[]
  words?: string[]
  unsaid?: string[]
  /** The name of the file. */
  named?: string
  /** What stands in the answer where no PDF can be made. */
  refusal?: string
}

/** Expects a PDF/UA-1 of which all of this holds; on a machine without a compiler, a 503 that says so. */
export async function expectPdf(answer: Response, expected: Expected): Promise<void> {
  if (!hasCompiler) {
    expect(answer.status).toBe(503)
    expect(await answer.text()).toContain(expected.refusal ?? 'pdf_unavailable')
    return
  }
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/pdf')
  const disposition = answer.headers.get('content-disposition')
  expect(disposition).toBe(expected.named ? `attachment; filename="${expected.named}"` : disposition)
  await expectSaid(new Uint8Array(await answer.arrayBuffer()), expected)
}

/** The same of what is being made. */
export async function expectPrinted(printing: Promise<Uint8Array>, expected: Expected = {}): Promise<void> {
  if (hasCompiler) await expectSaid(await printing, expected)
  else await expect(printing).rejects.toMatchObject({ status: 503, code: 'pdf_unavailable' })
}

async function expectSaid(
  file: Uint8Array,
  { language = 'nl', title, tags = [], words = [], unsaid = [] }: Expected,
) {
  expect(await faultsElsewhere(file)).toEqual([])
  const pdf = readPdf(file)
  expect(pdf).toMatchObject({
    isTagged: true,
    standard: '1',
    language,
    title: title ?? pdf.title,
    faults: [],
  })
  expect([...pdf.tags]).toEqual(expect.arrayContaining(tags))
  for (const text of words) expect(pdf.text).toContain(text)
  for (const text of unsaid) expect(pdf.text).not.toContain(text)
}
