import { describe, expect, it } from 'vitest'
import { bandOf } from '../../core/instruments/bands.ts'
import { titleForStaff } from '../../core/outcome-sets/staff-title.ts'
import { shipped } from '../support/definitions.ts'

const sets = [...shipped.outcomeSets.values()]
const instruments = [...shipped.instruments.values()]

const instrumentOf = (id: string) => instruments.find((one) => one.id === id)

it.each(instruments)('does not speak to the patient on the team\'s pages about "$id"', (instrument) => {
  expect(titleForStaff(instrument).nl).not.toMatch(/\buw?\b/i)
  expect(titleForStaff(instrument).en).not.toMatch(/\byour?\b/i)
})

const isGoal = ({ kind, key }: { kind: string; key: string }) => kind === 'text' && key.startsWith('goal_')

describe.each(sets)('$id', (set) => {
  it.each(set.moments)(
    'asks at most 14 questions, what matters in own words aside, and 5 minutes at "$id"',
    (moment) => {
      const asked = moment.instruments.map(instrumentOf)
      const own = new Set(
        asked.flatMap((one) => one?.items.flatMap(({ kind, key }) => (kind === 'text' ? [key] : [])) ?? []),
      )
      // What only follows on a certain answer, or on what somebody wrote before, is not part of what everybody gets.
      const quoting = asked.flatMap((one) => one?.items.filter(({ ownWords }) => ownWords) ?? [])
      const always = asked
        .flatMap((one) => one?.form?.pages.flatMap(({ elements }) => elements) ?? [])
        .filter(({ name }) => !own.has(name) && !quoting.some(({ key }) => key === name))
      expect(always.filter(({ visibleIf }) => visibleIf === undefined).length).toBeLessThanOrEqual(14)
      expect(asked.reduce((minutes, one) => minutes + (one?.minutes ?? 0), 0)).toBeLessThanOrEqual(5)
    },
  )

  it('asks what matters before a treatment is chosen, and at a later moment of each way how that is going', () => {
    const asks = (quotes: boolean) =>
      set.moments.filter(
        ({ instruments: ids, treatments }) =>
          ids.some((id) => instrumentOf(id)?.items.some((item) => (quotes ? item.ownWords : isGoal(item)))) &&
          (quotes || treatments === undefined),
      )
    expect(asks(false)).not.toEqual([])
    for (const { id } of set.treatmentOptions)
      expect(asks(true).some(({ treatments }) => treatments === undefined || treatments.includes(id))).toBe(
        true,
      )
  })

  it.each(set.moments)('does not speak to the patient on the team\'s pages about "$id"', (moment) => {
    expect(titleForStaff(moment).nl).not.toMatch(/\buw?\b/i)
    expect(titleForStaff(moment).en).not.toMatch(/\byour?\b/i)
  })

  it('has at least three clinical measures, reported by staff or administration', () => {
    const clinical = set.measures.filter(({ kind }) => kind !== 'scale')
    expect(clinical.length).toBeGreaterThanOrEqual(3)
    expect(clinical.map(({ reporter }) => reporter)).not.toContain('patient')
  })

  it('asks about all eight generic domains', () => {
    const asked = set.measures.flatMap((measure) =>
      measure.kind === 'scale' ? [`${measure.instrument}.${measure.scale}`] : [],
    )
    const generic = [
      'body.pain',
      'body.fatigue',
      'body.physical_function',
      'body.participation',
      'mood.anxiety',
      'mood.depression',
      'life.quality_of_life',
      'life.perceived_health',
    ]
    for (const scale of generic) expect(asked).toContain(`everyday-${scale}`)
  })

  it('measures some moments before a consult and some without one', () => {
    const kinds = new Set(set.moments.map(({ anchor }) => anchor.kind))
    expect(kinds).toContain('appointment')
    expect(kinds).toContain('stage')
  })
})

describe.each(instruments)('$id', (one) => {
  it('brings wording only when it is our own', () => {
    expect(one.form === null).toBe(one.kind === 'published')
    expect(one.licence.class === 'own').toBe(one.kind === 'own')
  })

  it('says that our own questions are not validated', () => {
    expect(one.about.en.includes('not a validated instrument')).toBe(one.kind === 'own')
    expect(one.about.nl.includes('geen gevalideerd meetinstrument')).toBe(one.kind === 'own')
  })

  it('shows in every worked example a score that its bands can name', () => {
    const scored = one.scales.filter(({ confirmation }) => confirmation !== 'needed')
    for (const scale of scored.filter(({ bands }) => bands.length > 0)) {
      const values = one.examples
        .map(({ scores }) => scores[scale.id])
        .filter((value) => typeof value === 'number')
      expect(values.length).toBeGreaterThan(0)
      for (const value of values) expect(bandOf(scale, value)?.label.nl).toBeTruthy()
    }
  })
})

it('no text begins or ends with a space', () => {
  const spaced = [...shipped.instruments.values(), ...shipped.outcomeSets.values()].flatMap((one) =>
    textsIn(one).filter((text) => text !== text.trim()),
  )
  expect(spaced).toEqual([])
})

const textsIn = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(textsIn)
      : []
