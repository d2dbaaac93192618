import { Modal } from '@mantine/core'
import { type ReactNode, useEffect, useRef, useState } from 'react'

type DialogProps = {
  title: string
  /** What the closing cross says. */
  closeLabel: string
  opened?: boolean
  size?: 'sm' | 'lg'
  close: () => void
  children: ReactNode
}

/** A small window over the page. Its head is no landmark, so that the page keeps the only banner. */
export function Dialog({ title, closeLabel, opened = true, size = 'sm', close, children }: DialogProps) {
  useReturnedFocus(opened)
  return (
    <Modal.Root opened={opened} onClose={close} size={size} centered>
      <Modal.Overlay />
      <Modal.Content>
        <div className="dialog-head">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={closeLabel} />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

/**
 * Who closes a window by leaving it out goes on where they opened it, or nearby where that went with what they did. One
 * that stays, and is closed, sees to that itself.
 */
function useReturnedFocus(opened: boolean) {
  const [opener] = useState(() => document.activeElement)
  const [near] = useState(() => opener?.closest('section') ?? document.querySelector('main'))
  const isOpen = useRef(opened)
  useEffect(() => {
    isOpen.current = opened
  })
  useEffect(
    () => () => {
      const next = opener?.isConnected ? opener : near?.querySelector('button:enabled')
      if (isOpen.current && next instanceof HTMLElement) next.focus()
    },
    [opener, near],
  )
}
