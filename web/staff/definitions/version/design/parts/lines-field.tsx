import { useState } from 'react'
import { TextArea } from '../../../../../kit/field.tsx'

type LinesProps = {
  label: string
  hint: string | undefined
  error: string | undefined
  lines: readonly string[]
  set: (lines: string[]) => void
}

/** Texts, one a line; empty lines are nothing. */
export function LinesField({ lines, set, ...asked }: LinesProps) {
  const [text, setText] = useState(() => lines.join('\n'))
  return (
    <TextArea
      {...asked}
      rows={Math.max(2, lines.length)}
      value={text}
      onChange={({ target }) => {
        setText(target.value)
        set(target.value.split('\n').flatMap((line) => line.trim() || []))
      }}
    />
  )
}
