import { useEffect, useRef } from 'react'

/** While something is not stored: whoever closes the window is asked, whoever goes elsewhere has it stored. */
export function useLeaving(isOpen: boolean, store: () => void) {
  const latest = useRef({ isOpen, store })
  useEffect(() => {
    latest.current = { isOpen, store }
  })
  useEffect(() => {
    if (!isOpen) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isOpen])
  useEffect(
    () => () => {
      if (latest.current.isOpen) latest.current.store()
    },
    [],
  )
}
