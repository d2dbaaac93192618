import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '../kit/theme/tokens.css'
import './look/base.css'
import './look/top.css'
import './look/acts.css'
import './look/fields.css'
import { StrictMode, useEffect, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { dirOf } from '../../core/words.ts'
import { getTask, type Reply } from './api.ts'
import { App } from './app.tsx'
import { PlainPage } from './plain-page.tsx'
import type { Task } from './task.ts'
import { type PatientWords, wordsIn, wordsOfBrowser } from './words.ts'

/** Asked for before anything is drawn: a round trip is the longest part of showing the first question. */
const first = getTask().then(withWords)

/** Until the task is known, its language is not: the browser's own. */
const guess = wordsOfBrowser

type Opened = { reply: Reply<Task>; say: PatientWords }

async function withWords(reply: Reply<Task>): Promise<Opened> {
  return { reply, say: reply.ok ? await wordsIn(reply.value.language) : guess }
}

function Opening() {
  const [opened, setOpened] = useState<Opened | null>(null)
  useEffect(() => void first.then(setOpened), [])
  if (!opened) return <p className="sr">{guess.loading}</p>
  const { reply, say } = opened
  if (!reply.ok && reply.status === 401) return <PlainPage title={guess.asleep} about={guess.asleepAbout} />
  if (!reply.ok)
    return (
      <PlainPage title={guess.failed} about={guess.failedAbout}>
        <p className="after">
          <button type="button" className="go" onClick={() => location.reload()}>
            {guess.again}
          </button>
        </p>
      </PlainPage>
    )
  const task = reply.value
  if (task.assessments.length === 0) return <PlainPage title={say.nothing} about={say.nothingAbout} />
  return <App task={task} say={say} />
}

void first.then(({ reply, say }) => {
  if (!reply.ok) return
  const { language, size, organisation } = reply.value
  document.documentElement.lang = language
  document.documentElement.dir = dirOf(language)
  document.documentElement.className = size > 1 ? `size-${size}` : ''
  document.title = `${say.title} – ${organisation}`
})

// A page that comes back from the browser's memory may be somebody else's by now.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload()
})

const root = document.getElementById('root')
if (!root) throw new Error('No element to draw in')
createRoot(root).render(
  <StrictMode>
    <Opening />
  </StrictMode>,
)
