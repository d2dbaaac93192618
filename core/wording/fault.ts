import type { Untaken } from '../questionnaire/offered.ts'

/**
 * What keeps wording from being installed, and what somebody should look at (`looks`): which item it is about, and the
 * numbers or words that say it.
 */
export type WordingFault = {
  code:
    | 'no_wording'
    | 'left_over'
    | 'count'
    | 'values'
    | 'order'
    | 'options_missing'
    | 'language'
    | 'markup'
    | 'too_long'
    | 'same_question'
    | 'same_answer'
    | 'turned'
    | 'by_order'
    | 'by_place'
    | Untaken['code']
  item: string | null
  said: string[]
  looks?: true | undefined
}

export const fault = (code: WordingFault['code'], item: string | null, ...said: string[]): WordingFault => ({
  code,
  item,
  said,
})
export const look = (code: WordingFault['code'], item: string | null, ...said: string[]): WordingFault => ({
  ...fault(code, item, ...said),
  looks: true,
})
