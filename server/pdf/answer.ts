import type { Context } from 'hono'

/** `at`: the instant it stands for. */
export type PdfFile = { name: string; at: string; pdf: Uint8Array }

/** A PDF to keep. Its name says what it is and of which day; never about whom. */
export const pdfAnswer = (c: Context, { name, at, pdf }: PdfFile) =>
  c.body(new Uint8Array(pdf), 200, {
    'Content-Type': 'application/pdf',
    'Content-Disposition': `attachment; filename="${name}-${at.slice(0, 10)}.pdf"`,
    'Cache-Control': 'no-store',
  })
