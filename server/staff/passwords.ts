import { hash, verify } from '@node-rs/argon2'

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

/** Argon2id with the library's defaults: 19 MiB, 2 passes, as OWASP advises. */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'))

export const verifyPassword = ({ hash: stored, password }: { hash: string; password: string }) =>
  verify(stored, password.normalize('NFKC'))

// What people choose when they must choose twelve characters; each also with digits and signs around it.
const COMMON = new Set(
  `admin administrator beheerder changeme computer dokter dragon football geheim hallo iloveyou letmein login
  master monkey passphrase passwd password password password princess qwerty qwertyuiop qwertyuiopasdfghjkl asdfghjkl
  azerty secret sunshine superman test trustno uitkomst verpleging voetbal wachtwoord welcome welkom
  welkomziekenhuis ziekenhuis hospital zomer winter lente herfst summer spring autumn januari februari maart april
  mei juni juli augustus september oktober november december amsterdam rotterdam nederland feyenoord
  kijkrustigrondindedemo mijnwachtwoord ditismijnwachtwoord geheimwachtwoord wachtwoordwachtwoord welkomwelkom letmeinplease abcdefghijkl
  abcdefghijklm abc`.split(/\s+/),
)

const LETTERS: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/** Why a password will not do, or null: 'too_short', 'too_long', 'common' or 'personal' (it holds one's own name or address). */
export function passwordProblem(password: string, own: readonly string[]): string | null {
  if (password.length < SHORTEST_PASSWORD) return 'password_too_short'
  if (password.length > LONGEST_PASSWORD) return 'password_too_long'
  const lower = password.toLowerCase()
  if (new Set(lower).size < 5 || isRun(lower) || stems(lower).some((stem) => COMMON.has(stem)))
    return 'password_common'
  const parts = own
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\d]+/u))
    .filter((part) => part.length >= 4)
  const rest = parts.reduce((text, part) => text.replaceAll(part, ''), lower)
  return rest.length < SHORTEST_PASSWORD / 2 ? 'password_personal' : null
}

/** The word within, with digits and signs taken off its ends, and read with them as the letters they look like. */
function stems(lower: string): string[] {
  const bare = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const read = readAsLetters(lower)
  const words = [bare, read.replace(/[^\p{L}]/gu, ''), readAsLetters(bare)]
  return words.flatMap((word) => [word, half(word)])
}

const readAsLetters = (text: string) => text.replace(/[013457@$!]/g, (sign) => LETTERS[sign] ?? sign)

const half = (word: string) => {
  const front = word.slice(0, word.length / 2)
  return front + front === word ? front : word
}

const RUNS = [
  '01234567890123456789',
  '98765432109876543210',
  'abcdefghijklmnopqrstuvwxyz',
  'zyxwvutsrqponmlkjihgfedcba',
  'qwertyuiopasdfghjklzxcvbnm',
  'mnbvcxzlkjhgfdsapoiuytrewq',
]

const isRun = (lower: string) => RUNS.some((run) => run.includes(lower))
