import { type ReactNode, useEffect } from 'react'

/** A page of the staff house: its name in the tab, one heading, one line about it, and room for figures. */
export function Page({
  title,
  about,
  aside,
  children,
}: {
  title: string
  about?: ReactNode
  aside?: ReactNode
  children: ReactNode
}) {
  useTitle(title)
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {about ? <p>{about}</p> : null}
        </div>
        {aside}
      </header>
      {children}
    </div>
  )
}

/** Names the browser's tab. */
export function useTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · Uitkomst`
  }, [title])
}

/** A part of a page with a heading of its own. */
export function Section({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <section className="section">
      <h2>
        {title}
        {about ? <small>{about}</small> : null}
      </h2>
      {children}
    </section>
  )
}
