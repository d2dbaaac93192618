import { expect, test } from 'vitest'
import { hashPassword, passwordProblem, verifyPassword } from '../../server/staff/passwords.ts'

const own = ['Roos Alkema', 'roos@oosterwold.example']

test.each([
  ['kort', 'password_too_short'],
  ['x'.repeat(129), 'password_too_long'],
  ['wachtwoord123', 'password_common'],
  ['W4chtw00rd!!', 'password_common'],
  ['Welkom2026!!!', 'password_common'],
  ['passwordpassword', 'password_common'],
  ['123456789012', 'password_common'],
  ['qwertyuiopas', 'password_common'],
  ['aaaaaaaaaaaa', 'password_common'],
  ['roosalkema01', 'password_personal'],
  ['oosterwold-1', 'password_personal'],
  ['een lange zin die niemand raadt', null],
  ['correct paard batterij nietje', null],
  ['Kp9#vLq2!xZt', null],
])('%s: %s', (password, problem) => expect(passwordProblem(password, own)).toBe(problem))

test('a password is kept as argon2id, and found again however its accents were typed', async () => {
  const hash = await hashPassword('caf\u00e9 met uitzicht')
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword({ hash, password: 'cafe\u0301 met uitzicht' })).toBe(true)
  expect(await verifyPassword({ hash, password: 'cafe met uitzicht' })).toBe(false)
})
