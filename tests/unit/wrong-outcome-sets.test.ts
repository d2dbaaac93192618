import { describe, expect, it } from 'vitest'
import { checkDefinitions, problemLine } from '../../core/definitions/definitions-check.ts'
import { companions, gone, problemsAfter } from '../support/broken-definitions.ts'
import { definitionFile, instrument } from '../support/definitions.ts'

const path = 'outcome-sets/hip-knee-osteoarthritis.json'

describe('a wrong outcome set', () => {
  it.each<[at: string, value: unknown, expected: string]>([
    [
      'moments[0].opens',
      '14 days',
      'moments[0].opens: write an ISO-8601 duration, such as "P14D", "P3M" or "-P2W"',
    ],
    [
      'title.nl',
      'Heup\u202Eeink',
      'title.nl: this text has a character in it that nobody sees (U+202E); leave it out',
    ],
    [
      'alerts[0].title.en',
      'Pain\u0000',
      'alerts[0].title.en: this text has a character in it that nobody sees (U+0000); leave it out',
    ],
    ['moments[0].opens', '-P9999Y', 'moments[0].opens: this is longer than 120 years'],
    [
      'moments[0].repeats',
      { every: 'P0D', times: 60 },
      'moments[0].repeats.every: ask again after a day at the soonest, such as "P1D" or "P3M"',
    ],
    [
      'moments[0].closes',
      '-P20D',
      'moments[0].closes: the moment closes before the answers are due; make this time later',
    ],
    [
      'moments[2].anchor.stage',
      'x',
      'moments[2].anchor.stage: there is no stage "x" in this set; choose another: "intake", "con',
    ],
    [
      'moments[2].anchor.kind',
      'moon',
      'moments[2].anchor.kind: choose one of the possibilities: "enrolment"',
    ],
    [
      'moments[1].treatments',
      ['wait'],
      'moments[1].treatments[0]: there is no treatment option "wait" in this set',
    ],
    [
      'moments[0].instruments[3]',
      'breast-body',
      'moments[0].instruments[3]: there is no questionnaire "breast-body" in',
    ],
    [
      'moments[0].instruments[3]',
      'hoos-ps',
      'moments[0].instruments[3]: “HOOS-PS” has no wording and cannot be sent',
    ],
    [
      'stageRules[0].appointmentKind',
      'x',
      'stageRules[0].appointmentKind: there is no kind of appointment "x"',
    ],
    [
      'instruments[11]',
      { id: 'haq', version: 1 },
      'instruments[11].id: there is no questionnaire "haq" in this version; bring its file along',
    ],
    [
      'instruments[11]',
      { id: 'team-work', version: 1 },
      'instruments[11].id: “Working together and enjoying work” is for staff and partners; take it out',
    ],
    ['instruments[0].version', 9, 'instruments[0].version: “Body and daily life” is at version 4, not 9'],
    [
      'measures[0].scale',
      'ache',
      'measures[0].scale: “Hip or knee” has no scale "ache"; choose another: "pain", "function"',
    ],
    [
      'domains[0]',
      gone,
      'measures[0]: this measure belongs to the domain “Pain”, which is not in the set; add it: "pain"',
    ],
    [
      'measures[16].window.within',
      'P1Y',
      'measures[16].window: choose how the window ends: after a time, or at a stage, and not both',
    ],
    [
      'alerts[0].when.item',
      'worry',
      'alerts[0].when.item: “Is something wrong right now?” has no item "worry"; choose another: "complaint_now"',
    ],
    [
      'alerts[0].role',
      'nobody',
      'alerts[0].role: there is no role "nobody" in this set; choose another: "orthopaedic-surgeon"',
    ],
    ['alerts[0].respondWithin', '-P1D', 'alerts[0].respondWithin: this duration cannot be negative'],
    [
      'alerts[0]',
      gone,
      'instruments[5]: nobody is told about the safety question “Complaint after surgery”; add an alert on it',
    ],
    [
      'carePath.stages[0].activities[1].role',
      'x',
      'carePath.stages[0].activities[1].role: there is no role "x"',
    ],
    [
      'carePath.stages[1].id',
      'intake',
      'carePath.stages[1].id: "intake" is used twice; give each its own id',
    ],
  ])('%s = %j', (at, value, expected) => {
    expect(problemsAfter(path, at, value)).toContainEqual(expect.stringContaining(`${path}: ${expected}`))
  })
})

describe('the files together', () => {
  it('name a file that lies in neither folder', () => {
    const checked = checkDefinitions([{ path: 'surveys/notes.json', json: {} }])
    expect(checked).toMatchObject({ ok: false, problems: [{ file: 'surveys/notes.json' }] })
  })

  it('do not blame an outcome set for an instrument that is broken itself', () => {
    const around = companions(path).map((file) =>
      file.path === 'instruments/hip-knee.json' ? { ...file, json: {} } : file,
    )
    const checked = checkDefinitions([definitionFile(path), ...around])
    const files = checked.ok ? [] : checked.problems.map(({ file }) => file)
    expect(new Set(files)).toEqual(new Set(['instruments/hip-knee.json']))
  })

  it.each([null, 7, 'text', [], {}])('refuse %j as a definition', (json) => {
    expect(checkDefinitions([{ path, json }]).ok).toBe(false)
    expect(checkDefinitions([{ path: 'instruments/x.json', json }]).ok).toBe(false)
  })

  // All sums of a hundred questions with values of their own are more than any table, and more than a server should add up.
  it('refuse a table over too many sums at once', () => {
    const hoos = instrument('hoos-ps')
    const items = Array.from({ length: 100 }, (_, n) => ({
      ...hoos.items[0],
      key: `i${n}`,
      values: Array.from({ length: 10 }, (_value, v) => v * (n + 1)),
    }))
    const scales = hoos.scales.map((scale) => ({ ...scale, items: items.map(({ key }) => key) }))
    const start = performance.now()
    const checked = checkDefinitions([{ path: 'instruments/hoos-ps.json', json: { ...hoos, items, scales } }])
    expect(performance.now() - start).toBeLessThan(2000)
    expect(checked.ok ? [] : checked.problems.map(problemLine)).toContainEqual(
      expect.stringContaining('too many different sums'),
    )
  })
})
