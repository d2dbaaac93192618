/** Our own signs, drawn on 16 × 16. Status and change never share one. */
const PATHS = {
  done: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M5 8.2 7.2 10.4 11 6" />
    </>
  ),
  talk: (
    <>
      <path d="M2.2 2.8h11.6v8H8.4L5 13.6v-2.8H2.2z" />
      <path d="M5.4 6.8 7.3 8.6 10.6 5.2" />
    </>
  ),
  half: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M8 1.6a6.4 6.4 0 0 0 0 12.8z" fill="currentColor" />
    </>
  ),
  open: <circle cx="8" cy="8" r="6.4" />,
  failed: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" />
    </>
  ),
  missed: <path d="m4.6 4.6 6.8 6.8m0-6.8-6.8 6.8" />,
  dash: <path d="M4 8h8" />,
  alert: (
    <>
      <path d="M8 1.8 15 14H1z" />
      <path d="M8 6.2v3.6m0 2v.1" />
    </>
  ),
  diamond: <path d="M8 1.6 14.4 8 8 14.4 1.6 8z" fill="currentColor" />,
  plus: (
    <>
      <circle cx="8" cy="8" r="6.4" />
      <path d="M8 5v6M5 8h6" />
    </>
  ),
  equals: <path d="M4 6.2h8M4 9.8h8" />,
  question: <path d="M5.6 5.8c.1-3 4.8-2.7 4.7 0-.1 1.7-2.3 1.8-2.3 3.6m0 3v.1" />,
  find: (
    <>
      <circle cx="7" cy="7" r="4.6" />
      <path d="m10.5 10.5 3.5 3.5" />
    </>
  ),
  back: <path d="M10 3 5 8l5 5" />,
  close: <path d="m4 4 8 8m0-8-8 8" />,
  chevron: <path d="m4 6 4 4 4-4" />,
  calendar: <path d="M2.4 4h11.2v9.6H2.4zM2.4 7.2h11.2M5.6 2v2.8m4.8-2.8v2.8" />,
  person: (
    <>
      <circle cx="8" cy="5.2" r="2.8" />
      <path d="M2.8 13.6c.5-3.2 2.6-4.4 5.2-4.4s4.7 1.2 5.2 4.4" />
    </>
  ),
  columns: <path d="M3 2.6v10.800M8 2.6v7.200M13 2.6v4.800" />,
  chart: (
    <>
      <path d="M2.4 2.4v11.2h11.2" />
      <path d="m4.8 9.6 2.8-3.2 2.4 2L13.6 4" />
    </>
  ),
  tray: (
    <>
      <path d="M2.4 9.2v4h11.2v-4" />
      <path d="M8 2.4v7.2m-3-3 3 3 3-3" />
    </>
  ),
  people: (
    <>
      <circle cx="5.6" cy="5.6" r="2.4" />
      <path d="M1.6 13.2c.3-2.8 1.9-3.9 4-3.9s3.7 1.1 4 3.9M10.4 3.4a2.4 2.4 0 0 1 0 4.5m1 1.7c1.7.3 2.8 1.4 3 3.6" />
    </>
  ),
  gear: (
    <>
      <circle cx="8" cy="8" r="2.2" />
      <path d="M8 1.8v2.1m0 8.2v2.1M1.8 8h2.1m8.2 0h2.1M3.6 3.6l1.5 1.5m5.8 5.8 1.5 1.5m0-8.8-1.5 1.5m-5.8 5.8-1.5 1.5" />
    </>
  ),
  eye: (
    <>
      <path d="M1.6 8C3 5.2 5.3 3.8 8 3.8s5 1.4 6.4 4.2c-1.4 2.8-3.7 4.2-6.4 4.2S3 10.8 1.6 8z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  help: (
    <>
      <circle cx="8" cy="8" r="6.2" />
      <path d="M6.2 6.4c.1-2.4 3.6-2.2 3.5 0-.1 1.3-1.7 1.4-1.7 2.8m0 2v.1" />
    </>
  ),
  phone: (
    <path d="M3.6 2.4h2.2l1.2 3-1.5 1.2a8 8 0 0 0 3.9 3.9l1.2-1.5 3 1.2v2.2a1.400 1.400 0 0 1-1.500 1.400A11 11 0 0 1 2.2 3.900a1.400 1.400 0 0 1 1.400-1.500z" />
  ),
  mail: <path d="M1.8 3.6h12.4v8.8H1.8zm0 0L8 8.8l6.2-5.2" />,
  list: <path d="M5.6 4h8M5.6 8h8M5.6 12h8M2.4 4h.1M2.4 8h.1M2.4 12h.1" />,
  flag: <path d="M3.6 14V2.4h8.8l-2 3.2 2 3.2H3.6" />,
} as const

export type SymbolName = keyof typeof PATHS

/** A sign beside its word. The word says it to a screen reader, so the sign itself is silent. */
export function Sign({ name, size = 16 }: { name: SymbolName; size?: number }) {
  return (
    <svg className="sign" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
      {PATHS[name]}
    </svg>
  )
}

/** The house's mark: a way out that turns up. */
export function Mark() {
  return (
    <svg className="sign" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path d="M4 5v7a7 7 0 0 0 14 0V9" />
      <path d="m13.3 8.5 4.5-4.5 4.5 4.5" />
    </svg>
  )
}
