import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codeOf, printedCode, typedCode } from '../../core/mail/typed-code.ts'

const bytes = fc.uint8Array({ minLength: 8, maxLength: 32 })

test('a code is typed back as it was printed, in any case, with what people put between', () => {
  fc.assert(
    fc.property(bytes, (some) => {
      const code = codeOf(some)
      expect(code).toHaveLength(13)
      expect(typedCode(code)).toBe(code)
      expect(typedCode(` ${printedCode(code).toLowerCase().replaceAll('-', ' ')} `)).toBe(code)
    }),
  )
})

test('one wrong character, or two that changed places, is a slip and no code', () => {
  fc.assert(
    fc.property(
      bytes,
      fc.nat(10),
      fc.constantFrom(...Array.from('0123456789ABCDEFGHJKMNPQRSTVWXYZ')),
      (some, place, other) => {
        const code = codeOf(some)
        const slip = code.slice(0, place) + other + code.slice(place + 1)
        expect(typedCode(slip)).toBe(other === code[place] ? code : null)
        const [a = '', b = ''] = [code[place], code[place + 1]]
        const swapped = code.slice(0, place) + b + a + code.slice(place + 2)
        expect(typedCode(swapped)).toBe(a === b ? code : null)
      },
    ),
  )
})

test('letters that look like digits are those digits, and what is no code is none', () => {
  const zero = codeOf(new Uint8Array(8))
  expect(zero).toBe('0000000000000')
  expect(typedCode('oooo-oooo-oooo-o')).toBe(zero)
  // Crockford's own example of the check symbol: 1234 (decimal) is 16J with check D
  expect(typedCode('000000000' + '16JD')).toBe('00000000016JD')
  for (const wrong of ['', '123', 'ABCD-EFGH-JKMN', 'ÄÖÜ', '0000-0000-0000-1', 'UUUU-UUUU-UUUU-U'])
    expect(typedCode(wrong)).toBeNull()
})
