import './file-drop.css'
import { type DragEvent, useState } from 'react'
import { Sign } from '../../kit/symbols.tsx'

type DropProps = {
  title: string
  choose: string
  about: string
  /** As `accept` of a file input. */
  accept: string
  take: (file: File) => void
  busy: boolean
}

/** A place to drop a file, which is also a button to choose one. */
export function FileDrop({ title, choose, about, accept, take, busy }: DropProps) {
  const [isOver, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file && !busy) take(file)
  }
  return (
    <label
      className={isOver ? 'definition-drop definition-drop-over' : 'definition-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Sign name="tray" size={20} />
      <span>
        <b>{title}</b> <span className="definition-choose">{choose}</span>
        <small>{about}</small>
      </span>
      <input
        type="file"
        accept={accept}
        disabled={busy}
        onChange={({ target }) => {
          const [file] = target.files ?? []
          target.value = '' // so that the same file, corrected, can be chosen again
          if (file) take(file)
        }}
      />
    </label>
  )
}
