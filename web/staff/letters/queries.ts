import { queryOptions } from '@tanstack/react-query'
import type { Language } from '../../../core/words.ts'
import { api, read } from '../../kit/api.ts'

const letters = api.outreach.letters

/** Whose letters are to be made or posted. */
export const lettersToday = queryOptions({
  queryKey: ['letters'],
  queryFn: () => read(letters.$get()),
})
export type LetterRow = Awaited<ReturnType<NonNullable<typeof lettersToday.queryFn>>>[number]

/** The same as one PDF. */
export const lettersPdf = (language: Language) => letters.pdf.$post({ query: { language } })

export const makeLetters = () => read(letters.print.$post())
export type Paper = Awaited<ReturnType<typeof makeLetters>>[number]

export const markPosted = (ids: string[]) => read(letters.posted.$post({ json: { ids } }))
