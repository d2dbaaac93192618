import './dialogs.css'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { CopyButton } from '../copy.tsx'
import { words } from './words.ts'

/** What became of a one-time link: mailed, or here to hand over where there is no mail. */
export function GivenLink({ link }: { link: string | null }) {
  const say = useWords(words)
  if (!link)
    return (
      <p className="status better" role="status">
        <Sign name="done" /> {say.mailed}
      </p>
    )
  return (
    <div role="status">
      <h3>{say.linkTitle}</h3>
      <p>{say.linkAbout}</p>
      <p className="dialog-link">
        <code>{link}</code>
      </p>
      <CopyButton text={link} />
    </div>
  )
}
