import type { ReactNode } from 'react'

type PictureProps = {
  /** What the chart says, for who does not see it. */
  sentence: string
  /** In CSS pixels, as the height: a chart is drawn in the size in which it is shown. */
  width: number
  height: number
  children: ReactNode
}

/** The frame in which a chart of its own is drawn. */
export function Picture({ sentence, width, height, children }: PictureProps) {
  return (
    <svg
      className="chart"
      role="img"
      aria-label={sentence}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      {children}
    </svg>
  )
}
