import { useMutation } from '@tanstack/react-query'
import type { Language, Words } from '../../core/words.ts'
import { readFile } from '../kit/api.ts'
import { Button } from '../kit/button.tsx'
import { useLanguage, useWords } from '../kit/words.tsx'
import { keep } from './keep-file.ts'
import { useProblem } from './sign-in/problem.ts'

const words = {
  nl: {
    make: 'PDF maken',
    making: 'PDF wordt gemaakt',
    made: 'De PDF staat bij uw downloads.',
    problems: {
      pdf_unavailable:
        'Op deze server kunnen geen PDF’s worden gemaakt. Druk de pagina af met uw browser, of bewaar haar van daaruit als PDF.',
      pdf_unset:
        'Hier staat schrift in dat niet in onze PDF kan. Druk de pagina af met uw browser, of bewaar haar van daaruit als PDF.',
      pdf_busy: 'Er worden nu te veel PDF’s gemaakt. Probeer het over een minuut weer.',
    },
  },
  en: {
    make: 'Make a PDF',
    making: 'Making the PDF',
    made: 'The PDF is with your downloads.',
    problems: {
      pdf_unavailable:
        'This server cannot make PDFs. Print the page with your browser, or save it as a PDF from there.',
      pdf_unset:
        'This has writing that our PDF cannot hold. Print the page with your browser, or save it as a PDF from there.',
      pdf_busy: 'Too many PDFs are being made just now. Try again in a minute.',
    },
  },
} satisfies Words<unknown>

/** Asks for a PDF in the language of the page and keeps it where the browser keeps files; says so, or says why there is none. */
export function PdfButton({
  get,
  size = 'row',
}: {
  get: (language: Language) => Promise<Response>
  size?: 'row' | 'page'
}) {
  const say = useWords(words)
  const { language } = useLanguage()
  const problem = useProblem(say.problems)
  const making = useMutation({ mutationFn: async () => keep(await readFile(get(language))) })
  return (
    <>
      <Button size={size} disabled={making.isPending} onClick={() => making.mutate()}>
        {making.isPending ? say.making : say.make}
      </Button>
      <p className="quiet small" role="status">
        {making.error ? problem(making.error) : making.isSuccess ? say.made : ''}
      </p>
    </>
  )
}
