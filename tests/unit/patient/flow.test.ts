import { expect, it } from 'vitest'
import { flowOf, surveyData } from '../../../web/patient/questionnaire/flow.ts'
import type { AskedForm } from '../../../web/patient/task.ts'

const form = (pages: AskedForm['form']['pages'], id = 'knee') => ({
  id,
  assessment: 'one',
  side: 'right',
  title: '',
  language: 'nl',
  recall: '',
  sided: true,
  minutes: 2,
  form: { pages },
})
const text = (name: string, more: object = {}) => ({ type: 'comment', name, ...more })

it('asks one question on each page, with names that two forms may share', () => {
  const pages = [{ elements: [text('pain'), { type: 'panel' as const, elements: [text('trust')] }] }]
  const { survey, places } = flowOf([form(pages), form(pages, 'hip')])
  expect(survey.pages).toHaveLength(4)
  expect(
    [...places].map(([name, { instrument, item, minutes }]) => [name, instrument, item, minutes]),
  ).toEqual([
    ['f0_pain', 'knee', 'pain', 1],
    ['f0_trust', 'knee', 'trust', 1],
    ['f1_pain', 'hip', 'pain', 1],
    ['f1_trust', 'hip', 'trust', 1],
  ])
})

it('brings the conditions of page and panel to the question', () => {
  const { survey } = flowOf([
    form([
      { elements: [text('pain')] },
      {
        visibleIf: '{pain} > 1',
        elements: [
          {
            type: 'panel' as const,
            visibleIf: '{pain} < 9',
            elements: [text('where', { visibleIf: '{pain} notempty' })],
          },
        ],
      },
    ]),
  ])
  expect(survey.pages[1]).toMatchObject({
    visibleIf: '({f0_pain} > 1) and ({f0_pain} < 9) and ({f0_pain} notempty)',
  })
})

it('knows an answer from a question that was passed over', () => {
  const flow = flowOf([form([{ elements: [text('pain'), text('trust')] }])])
  expect(surveyData(flow, { one: { knee: { pain: 0, trust: null } } })).toEqual({ f0_pain: 0 })
})
