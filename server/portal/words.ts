import type { PatientLanguage, Words } from '../../core/words.ts'
import { ar } from './words/ar.ts'
import { de } from './words/de.ts'
import { en } from './words/en.ts'
import { nl } from './words/nl.ts'
import { tr } from './words/tr.ts'

export type PortalWords = typeof nl
export const words = { nl, en, de, tr, ar } satisfies Words<PortalWords, PatientLanguage>
