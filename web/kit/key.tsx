/** A key of the keyboard. It says nothing to a screen reader: there the element itself has the shortcut. */
export function Key({ children }: { children: string }) {
  return (
    <span className="key" aria-hidden="true">
      {children}
    </span>
  )
}
