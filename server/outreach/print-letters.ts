import type { PrintedLetter } from '../../core/words/printed.ts'
import type { Words } from '../../core/words.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { notFound } from '../http/problem.ts'
import type { PdfFile } from '../pdf/answer.ts'
import { inDemo } from '../pdf/in-demo.ts'
import { makeLetters } from './make-letters.ts'
import type { Paper } from './paper.ts'

const words = { nl: { title: 'Brieven' }, en: { title: 'Letters' } } satisfies Words<{ title: string }>

/** Today's letters as one PDF, a page each, made as `makeLetters` does; 404 where nobody is to get one any more. */
export async function printLetters(deps: Deps, ctx: Ctx): Promise<PdfFile> {
  const papers = await makeLetters(deps, ctx)
  if (papers.length === 0) throw notFound('letter')
  const { title } = words[ctx.language]
  const printed = {
    title,
    language: ctx.language,
    about: [],
    foot: '',
    blocks: papers.map(letterOf),
    isLetters: true,
  }
  const pdf = await deps.print(inDemo(deps.config, printed))
  return { name: 'letters', at: deps.now().toISOString(), pdf }
}

const letterOf = ({ qr, scan, orType, code, organisation, ...paper }: Paper): PrintedLetter => ({
  kind: 'letter',
  language: paper.language,
  from: organisation,
  name: paper.name,
  number: paper.number,
  subject: paper.subject,
  opening: paper.opening,
  way: { svg: svgOf(qr), alt: scan, lines: [scan, orType], code },
  closing: paper.closing,
})

/** With the quiet edge that a camera needs. */
const svgOf = ({ size, path }: Paper['qr']) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 ${size + 4} ${size + 4}"><path d="${path}"/></svg>`
