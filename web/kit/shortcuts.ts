import { useEffect, useEffectEvent } from 'react'

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

const inDialog = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('[role=dialog]') !== null

/** Enter on a button or a link is that button's or link's own. */
const ownEnter = (event: KeyboardEvent) =>
  event.key === 'Enter' &&
  event.target instanceof HTMLElement &&
  event.target.closest('a, button, summary') !== null

/** Keys that walk: held down, they go on walking. Any other does what it does once, however long it is held. */
const WALKS = new Set(['j', 'k'])

/** What of a key press decides whether it is for a shortcut. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'repeat' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented'
>

/** Whether a press may do something at all: not with a modifier, not taken by others, not a key that is held down. */
export const isShortcut = ({ key, repeat, ctrlKey, metaKey, altKey, defaultPrevented }: Press): boolean =>
  !(defaultPrevented || ctrlKey || metaKey || altKey) && (!repeat || WALKS.has(key))

/**
 * Single keys that do something on this page: `{ j: next, k: previous, '?': help }`.
 * They are silent while somebody types, inside a dialog, together with Ctrl, Alt or Meta, and, but for J and K, while
 * they are held down.
 */
export function useShortcuts(keys: Record<string, () => void>) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!isShortcut(event) || ownEnter(event)) return
    if (typing(event.target) || inDialog(event.target)) return
    const act = keys[event.key]
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}
