import { type ReactNode, useEffect, useRef, useState } from 'react'

/** Gives a chart the width it has; until that is known (and on the server) it is `first`. In CSS pixels. */
export function Fit({ first, children }: { first: number; children: (width: number) => ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(first)
  useEffect(() => {
    if (!box.current) return
    const watcher = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.floor(entry.contentRect.width))
    })
    watcher.observe(box.current)
    return () => watcher.disconnect()
  }, [])
  return (
    <div ref={box} className="fit">
      {children(width)}
    </div>
  )
}
