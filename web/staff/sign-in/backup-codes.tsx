import { Button } from '../../kit/button.tsx'
import { useWords } from '../../kit/words.tsx'
import { CopyButton } from '../copy.tsx'
import { words } from './link-words.ts'

/** Backup codes, shown once: to print or to copy before one goes on. */
export function BackupCodes({ codes, done }: { codes: readonly string[]; done: () => void }) {
  const say = useWords(words)
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
        <CopyButton size="page" text={codes.join('\n')} />
        <Button look="primary" size="page" onClick={done}>
          {say.kept}
        </Button>
      </div>
    </>
  )
}
