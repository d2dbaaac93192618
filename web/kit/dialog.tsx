import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'

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
