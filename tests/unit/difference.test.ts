import { describe, expect, test } from 'vitest'
import { type Change, instrumentDifference, setDifference } from '../../core/difference/difference.ts'
import { durationWords } from '../../core/time/duration-words.ts'
import { instrument, outcomeSet, shipped } from '../support/definitions.ts'

const set = outcomeSet('hip-knee-osteoarthritis')
const instruments = set.instruments.flatMap(({ id }) => shipped.instruments.get(id) ?? [])
const whole = { set, instruments }
const line = ({ part, where, kind, language, before, after }: Change) =>
  [part, kind, language ?? '', where.en, before?.en ?? '', after?.en ?? ''].join(' | ')
const changed = (change: Partial<typeof set>) =>
  setDifference(whole, { set: { ...set, ...change }, instruments })
const [first, ...others] = set.moments as [(typeof set.moments)[number], ...typeof set.moments]
const firstName = first.staffTitle?.en ?? first.title.en

describe('the difference between two versions of a set', () => {
  test('is nothing where only the version was raised, or keys stand in another order', () => {
    expect(changed({ version: set.version + 1 })).toEqual([])
    const turned = Object.fromEntries(Object.entries(set).toReversed()) as typeof set
    expect(setDifference(whole, { set: turned, instruments })).toEqual([])
  })

  test('says a window in words, under the name that staff know', () => {
    const moments = [{ ...first, opens: '-P21D' }, ...others]
    expect(changed({ moments }).map(line)).toEqual([
      `schedule | changed |  | Moment “${firstName}” › opens | ${durationWords(first.opens).en} | 21 days before`,
    ])
  })

  test('says a text in each language that changed', () => {
    const changes = changed({ about: { ...set.about, nl: 'Anders.' } })
    expect(changes).toMatchObject([
      { part: 'texts', language: 'nl', where: { nl: 'Uitleg', en: 'Explanation' }, after: { nl: 'Anders.' } },
    ])
  })

  test('tells what was added, taken out and put in another order', () => {
    const added = { ...first, id: 'extra', title: { nl: 'Extra', en: 'Extra' } }
    expect(changed({ moments: [...set.moments, added] }).map(({ kind, after }) => [kind, after?.en])).toEqual(
      [['added', 'Extra']],
    )
    expect(changed({ moments: others }).map(({ kind, where }) => [kind, where.en])).toEqual([
      ['removed', `Moment “${firstName}”`],
    ])
    expect(changed({ moments: set.moments.toReversed() }).map(({ kind }) => kind)).toEqual(['moved'])
  })

  test('says by name which questionnaire goes, and where', () => {
    const left = set.instruments.filter(({ id }) => id !== 'hip-knee')
    const moments = [{ ...first, instruments: ['hip-knee'] }, ...others]
    const [gone, fewer] = changed({ instruments: left, moments }).map(line)
    const { version } = instrument('hip-knee')
    expect(gone).toBe(
      `items | removed |  | Questionnaire “Hip or knee” | Hip or knee, version: ${version} | `,
    )
    expect(fewer).toMatch(/ \| Hip or knee, .*Body and daily life.* \| Hip or knee$/)
  })

  test('says every text of a first wording, for whoever signs for it', () => {
    const worded = instrument('hip-knee')
    const texts = instrumentDifference({ ...worded, version: 0, form: null }, worded)
    expect(texts.every(({ part, kind }) => part === 'texts' && kind === 'added')).toBe(true)
    const said = new Set(texts.map(({ after }) => after?.nl))
    for (const one of JSON.stringify(worded.form).matchAll(/"nl":"([^"\\\\]+)"/g))
      expect(said).toContain(one[1])
  })

  test('looks into the instruments that it names in another version', () => {
    const next = { ...instrument('hip-knee'), version: 99, minutes: 9 }
    const raised = set.instruments.map((one) => (one.id === next.id ? { ...one, version: 99 } : one))
    const after = {
      set: { ...set, instruments: raised },
      instruments: instruments.map((one) => (one.id === next.id ? next : one)),
    }
    expect(setDifference(whole, after).map(({ part, where }) => [part, where.en])).toEqual([
      ['items', 'Questionnaire “Hip or knee” › version'],
      ['rest', expect.stringMatching(/^“.+” › minutes$/)],
    ])
  })
})

test('the difference of an instrument tells items, scoring and wording apart', () => {
  const before = instrument('hip-knee')
  const [item, ...items] = before.items as [(typeof before.items)[number], ...typeof before.items]
  const [scale, ...scales] = before.scales as [(typeof before.scales)[number], ...typeof before.scales]
  const after = {
    ...before,
    items: [{ ...item, required: !item.required }, ...items],
    scales: [{ ...scale, decimals: 3, title: { ...scale.title, en: 'Other' } }, ...scales],
  }
  expect(
    instrumentDifference(before, after).map(({ part, before: was, after: is }) => [part, was?.nl, is?.nl]),
  ).toEqual([
    ['items', item.required ? 'ja' : 'nee', item.required ? 'nee' : 'ja'],
    ['scoring', String(scale.decimals), '3'],
    ['texts', scale.title.en, 'Other'],
  ])
})

type OneInstrument = ReturnType<typeof instrument>
const raised = (of: OneInstrument, change: (copy: OneInstrument) => void) => {
  const copy = structuredClone(of)
  change(copy)
  return instrumentDifference(of, copy).map(({ where, before, after }) => [where.en, before?.en, after?.en])
}

describe('what a score is computed with is compared row by row', () => {
  test.each(['hoos-ps', 'koos-ps', 'promis-29', 'promis-global-10'])('in a table of %s', (id) => {
    const changes = raised(instrument(id), ({ scales }) => {
      const method = scales.find((scale) => scale.method.kind === 'lookup')?.method
      if (method?.kind !== 'lookup') throw new Error('looked up')
      const row = method.table.at(-1)
      if (row) row.value += 1
    })
    expect(changes).toHaveLength(1)
    const [[where, was, is] = []] = changes
    expect(where).toMatch(/scoring method › sum in the table \d+ › value$/)
    expect(Number(is)).toBeCloseTo(Number(was) + 1)
  })

  test('in the table of each form', () => {
    const changes = raised(instrument('promis-depression'), ({ scales: [scale] }) => {
      const method = scale?.method
      if (method?.kind !== 'lookup-by-form') throw new Error('looked up by form')
      const row = method.forms.at(-1)?.table.at(-1)
      if (row) row.value += 1
    })
    expect(changes).toEqual([
      [expect.stringMatching(/form “.+” › sum in the table \d+ › value$/), '81.3', '82.3'],
    ])
  })

  test('in groups without a name, and in a long list of items', () => {
    const groups = raised(instrument('haq-di'), ({ scales }) => {
      const method = scales.find((scale) => scale.method.kind === 'max-of-group')?.method
      if (method?.kind !== 'max-of-group') throw new Error('by group')
      const floor = method.groups[2]?.floor
      if (floor) floor.least = 1
    })
    expect(groups).toEqual([[expect.stringMatching(/group 3 › floor › at least$/), '2', '1']])
    const items = raised(instrument('haq-di'), ({ scales: [scale] }) => void scale?.items.pop())
    expect(items).toHaveLength(1)
    expect(items[0]?.[1]).not.toBe(items[0]?.[2])
  })

  test('and a worked example says what it comes to now', () => {
    const of = instrument('hoos-ps')
    const changes = raised(of, ({ examples: [example] }) => {
      for (const scale of Object.keys(example?.scores ?? {})) if (example) example.scores[scale] = 12.5
    })
    expect(changes).toEqual([
      [
        `Worked example “${of.examples[0]?.title}” › result › ${Object.keys(of.examples[0]?.scores ?? {})[0]}`,
        expect.anything(),
        '12.5',
      ],
    ])
    expect(raised(of, ({ examples }) => void examples.pop())).toEqual([])
  })

  test('what differs never reads the same', () => {
    const turned = changed({
      moments: set.moments
        .map((one) => ({ ...one, title: first.title, staffTitle: first.title }))
        .toReversed(),
    })
    const moved = turned.find(({ kind }) => kind === 'moved')
    expect(moved?.before?.en).not.toBe(moved?.after?.en)
  })
})

test.each([
  ['P0D', 'op dat moment', 'at that time'],
  ['-P14D', '14 dagen ervoor', '14 days before'],
  ['P1Y6M', '1 jaar en 6 maanden erna', '1 year and 6 months after'],
  ['PT1H30M', '1 uur en 30 minuten erna', '1 hour and 30 minutes after'],
  ['P1M', '1 maand erna', '1 month after'],
])('%s is said as %s', (duration, nl, en) => expect(durationWords(duration)).toEqual({ nl, en }))
