import { levelNames } from '../../../core/figures/level-names.ts'
import { useLanguage } from '../../kit/words.tsx'

/** What the properties by which a group is cut are called, and their levels, in the reader's language. */
export const useLevelNames = () => levelNames(useLanguage().language)
