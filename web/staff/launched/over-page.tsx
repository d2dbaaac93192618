import { Page } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { words } from './words.ts'

/** What stands where a window that a record system opened is closed, or never was open in this browser. */
export function LaunchOverPage() {
  const say = useWords(words)
  return (
    <main id="content">
      <Page title={say.over}>
        <p>{say.overAbout}</p>
        <p>{say.ownWindow}</p>
        <p>
          <a href="/staff/">{say.door}</a>
        </p>
      </Page>
    </main>
  )
}
