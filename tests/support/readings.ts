import { everyday, joint } from './care.ts'

/**
 * Five typical patients, and what somebody who never saw their page before has to conclude from its first line. `answers`
 * are in the order of the moments; null where the patient did not answer.
 */
export type Reading = {
  patient: string
  /** What a reader should conclude: the page must say this, and nothing that contradicts it. */
  conclusion: string
  answers: Partial<Record<'intake' | 'month-3' | 'month-12', Record<string, Record<string, unknown>>>>
  /** The instant at which the page is read. */
  readAt: string
  firstLine: { nl: string; en: string }
}

const answersOf = (pain: number, about: number) => ({ ...joint(pain, about), ...everyday(pain, about) })
const result = { 'treatment-result': { result: 5 } }
const mark = { 'everyday-life': { life_mark: 6, health_now: 2 } }

export const readings: readonly Reading[] = [
  {
    patient: 'new, and in severe pain',
    conclusion: 'Nothing to compare with yet; stairs and walking are severely limited, so begin there.',
    answers: { intake: { ...answersOf(9, 0), ...mark } },
    readAt: '2025-01-20T09:00:00Z',
    firstLine: {
      nl: 'Let op: traplopen en opstaan 0 van 100 (ernstig beperkt), lopen en huishouden 0 van 100 (ernstig beperkt) en nog 4.',
      en: 'Of concern: stairs and getting up 0 of 100 (severely limited), walking and housework 0 of 100 (severely limited) and 4 more.',
    },
  },
  {
    patient: 'three months after surgery, better',
    conclusion: 'The pain became clearly less since before the operation.',
    answers: {
      intake: { ...answersOf(8, 1), ...mark },
      'month-3': { ...answersOf(2, 3), ...result },
    },
    readAt: '2025-05-20T09:00:00Z',
    firstLine: {
      nl: 'Pijn in heup of knie beter: 8 naar 2 sinds 14 jan 2025.',
      en: 'Pain in hip or knee better: 8 to 2 since 14 Jan 2025.',
    },
  },
  {
    patient: 'better at first, worse after a year',
    conclusion: 'Something went wrong since the last measurement, although it is better than at the start.',
    answers: {
      intake: { ...answersOf(8, 1), ...mark },
      'month-3': { ...answersOf(1, 4), ...result },
      'month-12': { ...answersOf(5, 3), ...mark, ...result },
    },
    readAt: '2026-02-20T09:00:00Z',
    firstLine: {
      nl: 'Pijn in heup of knie slechter: 1 naar 5 sinds 12 mei 2025.',
      en: 'Pain in hip or knee worse: 1 to 5 since 12 May 2025.',
    },
  },
  {
    patient: 'a point up or down',
    conclusion: 'Nothing changed that is more than measurement error; do not read the points as a course.',
    answers: {
      intake: { ...answersOf(5, 2), ...mark },
      'month-3': { ...answersOf(4, 2), ...result },
    },
    readAt: '2025-05-20T09:00:00Z',
    firstLine: {
      nl: 'Geen duidelijke verandering sinds 14 jan 2025.',
      en: 'No clear change since 14 Jan 2025.',
    },
  },
  {
    patient: 'did not answer any more',
    conclusion: 'There is nothing about now: what is shown is from before the operation.',
    answers: { intake: { ...answersOf(6, 2), ...mark } },
    readAt: '2025-06-20T09:00:00Z',
    firstLine: {
      nl: 'Eerste meting, 14 jan 2025: pijn in heup of knie 6 van 10, pijn in het algemeen 6 van 10.',
      en: 'First measurement, 14 Jan 2025: pain in hip or knee 6 of 10, pain in general 6 of 10.',
    },
  },
]
