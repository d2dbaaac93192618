import { describe, expect, it, test } from 'vitest'
import { metBy, metByLine } from '../../core/alerts/met-by.ts'
import type { AlertRule } from '../../core/outcome-sets/outcome-set.ts'
import { formats } from '../../core/words/formats.ts'
import { instrument, outcomeSet } from '../support/definitions.ts'

const joints = outcomeSet('hip-knee-osteoarthritis')
const instruments = new Map(joints.instruments.map(({ id }) => [id, instrument(id)]))

function line(rule: string, value: number | null, language: 'nl' | 'en', when?: AlertRule['when']) {
  const alerts = joints.alerts.map((one) => (when && one.id === rule ? { ...one, when } : one))
  const met = metBy({ set: { ...joints, alerts }, instruments }, rule, value)
  return met && metByLine(met, language, formats(language, 'Europe/Amsterdam'))
}

const ofPain = { instrument: 'hip-knee', scale: 'pain' }

describe('what raised an alert', () => {
  it('is a question with what was chosen, in the words of the form', () => {
    const text = instrument('recovery-check').form?.pages.flatMap(({ elements }) =>
      elements.flatMap((one) => ('choices' in one && one.name === 'complaint_now' ? one.choices : [])),
    )
    const [chosen] = (text ?? []).filter(({ value }) => value === 1)
    if (!chosen) throw new Error('the form has words for 1')
    expect(line('complaint-after-surgery', 1, 'nl')).toContain(`: “${chosen.text.nl}”`)
    expect(line('complaint-after-surgery', 1, 'en')).toContain(`: “${chosen.text.en}”`)
  })

  test.each([
    ['nl', undefined, 9, 'Pijn in heup of knie 9 van 10'],
    ['en', undefined, 8.5, 'Pain in hip or knee 8.5 of 10'],
    ['nl', 'previous', 2.5, 'Pijn in heup of knie: 2,5 slechter dan de meting ervoor'],
    ['en', 'first', -3, 'Pain in hip or knee: 3 worse than the first measurement'],
  ] as const)('is in %s a score, or its change since %s: %s', (language, since, value, expected) => {
    const when = since && ({ kind: 'change', ...ofPain, since } as const)
    expect(line('severe-joint-pain', value, language, when)).toBe(expected)
  })

  it('is a number where the question has no words for its answers', () => {
    const when = { kind: 'item', instrument: 'hip-knee', item: 'pain_night', op: '>=', value: 8 } as const
    expect(line('severe-joint-pain', 8, 'en', when)).toMatch(/: 8$/)
  })

  it('is not told where no rule of the set raised it, or the set no longer asks', () => {
    expect(line('patient-urgent', null, 'nl')).toBeNull()
    expect(line('severe-joint-pain', null, 'nl')).toBeNull()
    const when = { kind: 'scale', instrument: 'hip-knee', scale: 'gone', op: '>', value: 1 } as const
    expect(line('severe-joint-pain', 9, 'nl', when)).toBeNull()
  })
})
