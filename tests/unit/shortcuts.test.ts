import { expect, test } from 'vitest'
import { isShortcut, type Press } from '../../web/kit/shortcuts.ts'

const press = (given: Partial<Press>): Press => ({
  key: 'b',
  repeat: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  defaultPrevented: false,
  ...given,
})

test('a key that is held down acts once; only walking goes on', () => {
  expect(isShortcut(press({ key: 'b' }))).toBe(true)
  expect(isShortcut(press({ key: 'b', repeat: true }))).toBe(false)
  expect(isShortcut(press({ key: 'Enter', repeat: true }))).toBe(false)
  expect(isShortcut(press({ key: 'j', repeat: true }))).toBe(true)
  expect(isShortcut(press({ key: 'k', repeat: true }))).toBe(true)
})

test('a key with a modifier, or one that somebody took, is none of ours', () => {
  for (const taken of ['ctrlKey', 'metaKey', 'altKey', 'defaultPrevented'] as const)
    expect(isShortcut(press({ key: 'j', [taken]: true }))).toBe(false)
})
