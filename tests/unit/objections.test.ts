import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { unobjected } from '../../core/patients/objections.ts'

const row = (person: string, on: string) => ({ person, on })

it('who objects is counted before the month in which they said so, and from the month in which they no longer do', () => {
  const objections = new Map([
    [
      'a',
      [
        { from: '2025-03', until: '2025-05' },
        { from: '2025-08', until: null },
      ],
    ],
  ])
  const days = [
    '2025-02-28',
    '2025-03-01',
    '2025-04-30',
    '2025-05-01',
    '2025-07-31',
    '2025-08-01',
    '2026-08-01',
  ]
  const rows = days.flatMap((on) => [row('a', on), row('b', on)])
  const counted = unobjected(rows, objections)
  expect(counted.filter(({ person }) => person === 'a').map(({ on }) => on)).toEqual([
    '2025-02-28',
    '2025-05-01',
    '2025-07-31',
  ])
  expect(counted.filter(({ person }) => person === 'b')).toHaveLength(days.length)
})

it('an objection that ended in its own month left nobody out', () => {
  const objections = new Map([['a', [{ from: '2025-03', until: '2025-03' }]]])
  expect(unobjected([row('a', '2025-03-10')], objections)).toHaveLength(1)
})

// Rows of people reach a team's figures through `toTell` and `sourceOf`, which do not work without objections. What goes
// another way has to ask by itself.
const OTHER_WAYS = [
  'server/exports/read-pages.ts',
  'server/exports/register-courses.ts',
  'server/exports/quality.ts',
  'server/similar/rows.ts',
  'server/assessments/funnel.ts',
]
const FOR_OTHERS = [
  'server/exports/names.ts',
  'server/similar/read-similar.ts',
  'server/teams/clinical.ts',
  'server/teams/comparison-rows.ts',
  'server/teams/costs.ts',
  'server/teams/indicator-source.ts',
  'server/teams/measurements.ts',
  'server/teams/wishes.ts',
]

it('each question about groups of people passes by the objections', () => {
  const asking = globSync('server/{teams,similar,exports}/*.ts').filter((file) =>
    /from\((patients|assessments|enrolments|responses|measureValues|scores)\)/.test(
      readFileSync(file, 'utf8'),
    ),
  )
  expect(asking.filter((file) => !OTHER_WAYS.includes(file)).toSorted()).toEqual(FOR_OTHERS)
  for (const file of OTHER_WAYS)
    expect(readFileSync(file, 'utf8'), file).toMatch(/not\(objects|allowedOn\(db/)
})

// How we work is counted of everybody, and the patient's page says so (`learnRest`): mail, calls, letters and alerts, and
// whether what was asked was begun. Not what somebody answered.
const OF_OUR_WORK = [
  'server/alert-desk/figures.ts', // alerts by rule, and on how many questionnaires
  'server/alert-desk/read-desk.ts', // how many alerts wait for whom
  'server/assessments/store.ts', // whether what came on paper is being typed in
  'server/messages/centre.ts', // mail that went, waits or is held
  'server/messages/dry-run.ts', // mail that would go now
  'server/messages/experiments.ts', // who began after which letter
  'server/messages/first-invited.ts', // who began of who was invited
  'server/messages/given-up.ts', // mail that failed
  'server/messages/last-asked.ts', // when somebody was last mailed
  'server/messages/mailed-about.ts', // mails about one question
  'server/messages/pause-set.ts', // mail in hand
  'server/messages/take-return.ts', // mail that came back
  'server/outreach/yield.ts', // what calls and letters brought
]

it('what counts our work instead is named here, and reads no score', () => {
  const counting = globSync('server/{alert-desk,assessments,messages,outreach}/*.ts').filter((file) => {
    const text = readFileSync(file, 'utf8')
    const ofPeople = /(from|Join|count)\((patients|assessments|enrolments|responses|alerts|calls|messages)\b/
    return /(?<!Map)\.groupBy\(|\bcount\(/.test(text) && ofPeople.test(text)
  })
  expect(counting.filter((file) => !OTHER_WAYS.includes(file)).toSorted()).toEqual(OF_OUR_WORK)
  for (const file of OF_OUR_WORK)
    expect(readFileSync(file, 'utf8'), file).not.toMatch(/\b(measureValues|scores|answers)\b[,)]/)
})
