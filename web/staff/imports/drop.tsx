import { type DragEvent, type ReactNode, useState } from 'react'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { words } from './words.ts'

/** A place to drop a file, which is also a button to choose one; beside it what the file may be. */
export function Drop({
  about,
  take,
  busy,
  taken,
}: {
  about: ReactNode
  take: (file: File) => void
  busy: boolean
  /** The name of the file on the page, if there is one. */
  taken: string | null
}) {
  const say = useWords(words)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file && !busy) take(file)
  }
  return (
    <div className="drop-row">
      <label
        className={over ? 'drop drop-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Sign name="tray" size={24} />
        <span>
          <b>{taken ?? say.drop}</b>
          <span className="drop-choose">{taken ? say.chosen : say.choose}</span>
        </span>
        <input
          type="file"
          accept=".csv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          disabled={busy}
          onChange={({ target }) => {
            const [file] = target.files ?? []
            target.value = '' // so that the same file, corrected, can be chosen again
            if (file) take(file)
          }}
        />
      </label>
      <div className="drop-about">{about}</div>
    </div>
  )
}
