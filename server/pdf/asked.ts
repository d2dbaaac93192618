import { z } from 'zod'
import { languages } from '../../core/words.ts'
import type { Ctx } from '../ctx.ts'

/** In which language a sheet is wanted: that of the page it is asked from, else the reader's own. */
export const sheetShape = z.object({ language: z.enum(languages).optional() })

export const inLanguage = (ctx: Ctx, { language }: z.output<typeof sheetShape>): Ctx =>
  language ? { ...ctx, language } : ctx
