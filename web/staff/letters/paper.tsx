import { useWords } from '../../kit/words.tsx'
import type { Paper } from './queries.ts'
import { letterWords } from './words.ts'

/** One letter on one sheet of A4, in the language of who reads it. */
export function PaperLetter({ paper }: { paper: Paper }) {
  const say = useWords(letterWords)
  return (
    <article className="paper" lang={paper.language} dir={paper.dir}>
      <p className="paper-from">{paper.organisation}</p>
      <address>
        {paper.name}
        <span className="paper-number" lang="nl">
          {paper.number}
        </span>
      </address>
      <h2>{paper.subject}</h2>
      {paper.opening.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div className="paper-way">
        <svg viewBox={`-2 -2 ${paper.qr.size + 4} ${paper.qr.size + 4}`} role="img" aria-label={say.qr}>
          <path d={paper.qr.path} />
        </svg>
        <div>
          <p>{paper.scan}</p>
          <p>{paper.orType}</p>
          <p className="paper-code">
            <span className="reader-only">{paper.codeLabel}: </span>
            <b dir="ltr">{paper.code}</b>
          </p>
        </div>
      </div>
      {paper.closing.map((line) => (
        <p key={line} className="paper-line">
          {line}
        </p>
      ))}
    </article>
  )
}
