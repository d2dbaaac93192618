import { type RefObject, useRef } from 'react'

type CodeProps = {
  label: string
  text: string
  /** Without it the text is only read. */
  change?: (text: string) => void
  area?: RefObject<HTMLTextAreaElement | null>
  /** Lines with a fault. */
  faulty: readonly number[]
}

/** A text of lines with their numbers; those with a fault are marked. */
export function CodeArea({ label, text, change, area, faulty }: CodeProps) {
  const numbers = useRef<HTMLDivElement>(null)
  const count = text.split('\n').length
  const wrong = new Set(faulty)
  return (
    <div className="code">
      <div className="code-numbers" ref={numbers} aria-hidden="true">
        {numbersTo(count).map((line) => (
          <span key={line} className={wrong.has(line) ? 'code-wrong' : undefined}>
            {line}
          </span>
        ))}
      </div>
      <textarea
        className="code-text"
        aria-label={label}
        spellCheck={false}
        wrap="off"
        readOnly={!change}
        value={text}
        ref={area}
        onChange={({ target }) => change?.(target.value)}
        onScroll={({ currentTarget }) => {
          if (numbers.current) numbers.current.scrollTop = currentTarget.scrollTop
        }}
      />
    </div>
  )
}

const numbersTo = (count: number) => Array.from({ length: count }, (_, place) => place + 1)
