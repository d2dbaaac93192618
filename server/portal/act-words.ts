import type { PatientLanguage } from '../../core/words.ts'
import { ar } from './act-words/ar.ts'
import { de } from './act-words/de.ts'
import { en } from './act-words/en.ts'
import { nl } from './act-words/nl.ts'
import { tr } from './act-words/tr.ts'

/** What somebody did with a patient's record, as the patient reads it behind their name: per type of event. */
export const actWords: Record<PatientLanguage, Readonly<Record<string, string>>> = { nl, en, de, tr, ar }
