import type { Localised } from '../words.ts'
import type { Unread, Wanted } from './condition-parser.ts'

const WANTED: Record<Exclude<Wanted, 'nothing' | 'token'>, Localised> = {
  question: {
    nl: 'een vraag tussen accolades, zoals {pain}',
    en: 'a question in curly brackets, such as {pain}',
  },
  comparison: {
    nl: 'een van =, <>, >, >=, <, <=, anyof, empty, notempty',
    en: 'one of =, <>, >, >=, <, <=, anyof, empty, notempty',
  },
  number: { nl: 'een getal', en: 'a number' },
  list: { nl: 'een lijst, zoals [1, 2]', en: 'a list, such as [1, 2]' },
  ')': { nl: 'een haakje dat sluit: ")"', en: 'a closing ")"' },
  ']': { nl: 'een haakje dat sluit: "]"', en: 'a closing "]"' },
}

/** Why a condition cannot be read, and where. */
export function unreadWords({ wanted, at, found }: Unread): Localised {
  if (wanted === 'token')
    return {
      nl: `"${found}" op plaats ${at} hoort niet in een voorwaarde`,
      en: `"${found}" at ${at} is not part of a condition`,
    }
  if (wanted === 'nothing')
    return {
      nl: `"${found}" op plaats ${at} hoort hier niet; verbind voorwaarden met "and" of "or"`,
      en: `"${found}" at ${at} was not expected; join conditions with "and" or "or"`,
    }
  const { nl, en } = WANTED[wanted]
  return found === null
    ? { nl: `zij stopt waar ${nl} moet volgen`, en: `it stops where ${en} should follow` }
    : {
        nl: `op plaats ${at} hoort ${nl}, en daar staat "${found}"`,
        en: `expected ${en} at ${at}, found "${found}"`,
      }
}
