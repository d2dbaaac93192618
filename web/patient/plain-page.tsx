import type { ReactNode } from 'react'

/** A page of one heading and one sentence. */
export const PlainPage = ({
  title,
  about,
  children,
}: {
  title: string
  about: string
  children?: ReactNode
}) => (
  <div className="page">
    <main>
      <h1 className="first">{title}</h1>
      <p className="lead">{about}</p>
      {children}
    </main>
  </div>
)
