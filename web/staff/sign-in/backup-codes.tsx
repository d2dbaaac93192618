import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { useWords } from '../../kit/words.tsx'
import { words } from './link-words.ts'

/** Backup codes, shown once: to print or to copy before one goes on. */
export function BackupCodes({ codes, done }: { codes: readonly string[]; done: () => void }) {
  const say = useWords(words)
  const [copied, setCopied] = useState(false)
  const copy = () => navigator.clipboard.writeText(codes.join('\n')).then(() => setCopied(true))
  return (
    <>
      <p>{say.codesAbout}</p>
      <ul className="door-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="door-buttons">
        <Button size="page" onClick={() => window.print()}>
          {say.print}
        </Button>
        <Button size="page" onClick={copy}>
          {copied ? say.copied : say.copy}
        </Button>
        <Button look="primary" size="page" onClick={done}>
          {say.kept}
        </Button>
      </div>
    </>
  )
}
