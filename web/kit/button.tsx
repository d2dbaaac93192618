import type { ComponentProps, ReactNode } from 'react'
import { Key } from './key.tsx'

type Look = 'primary' | 'soft' | 'plain' | 'text'

type ButtonProps = Omit<ComponentProps<'button'>, 'className'> & {
  /** One primary button per page; in a list, on the selected row. */
  look?: Look
  size?: 'row' | 'page'
  /** The key that does the same, shown in the button. */
  shortcut?: string | undefined
  wide?: boolean
  children: ReactNode
}

export function Button({
  look = 'plain',
  size = 'row',
  shortcut,
  wide = false,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button type="button" className={buttonClass(look, size, wide)} {...rest}>
      {children}
      {shortcut ? <Key>{shortcut}</Key> : null}
    </button>
  )
}

/** The same look for a link: put it on `<Link className={buttonClass('soft')}>`. */
export function buttonClass(look: Look, size: 'row' | 'page' = 'row', wide = false): string {
  return `button button-${look} button-${size}${wide ? ' button-wide' : ''}`
}
