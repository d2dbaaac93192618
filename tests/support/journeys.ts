/** A typical way along a care path: the days on which stages begin, and visits as local times. */
export type Journey = {
  stages: Record<string, string>
  visits: readonly (readonly [kind: string, at: string])[]
  /** Days that the patient knows and told, by their id. */
  dates?: Record<string, string>
  /** Due dates of moments whose words name no number: "before a visit" and "3 months after" need none. */
  promised?: Record<string, string>
}

/** One for every outcome set that ships; whoever adds a set walks it once here. */
export const journeys: Record<string, Journey> = {
  'hip-knee-osteoarthritis': {
    stages: { intake: '2027-01-11', conservative: '2027-01-25', surgery: '2027-05-31' },
    visits: [
      ['intake', '2027-01-11T09:20'],
      ['surgery', '2027-05-31T07:45'],
      ['check-up', '2027-07-19T10:00'],
    ],
  },
  'breast-cancer': {
    stages: { diagnosis: '2027-01-11', surgery: '2027-02-15' },
    visits: [
      ['treatment-talk', '2027-01-21T13:30'],
      ['check-up', '2028-02-16T11:10'],
    ],
    dates: { 'back-at-work': '2027-06-07' },
  },
  cataract: {
    stages: { intake: '2027-01-11', decision: '2027-01-11', surgery: '2027-02-22', 'check-up': '2027-02-23' },
    visits: [
      ['intake', '2027-01-11T10:40'],
      ['surgery', '2027-02-22T08:15'],
    ],
  },
  'rheumatoid-arthritis': {
    stages: { diagnosis: '2027-01-11', induction: '2027-01-25', maintenance: '2027-09-06' },
    visits: [
      ['intake', '2027-01-11T14:00'],
      ['check-up', '2027-03-08T09:45'],
    ],
  },
  'prostate-cancer': {
    stages: {
      diagnosis: '2027-01-11',
      decision: '2027-02-03',
      surveillance: '2027-02-22',
      surgery: '2027-04-05',
      radiotherapy: '2027-03-30',
    },
    visits: [['decision-talk', '2027-02-03T15:20']],
  },
  'type-2-diabetes': {
    stages: { diagnosis: '2027-01-11', start: '2027-02-01', 'insulin-start': '2028-09-04' },
    visits: [
      ['intake', '2027-01-11T08:30'],
      ['yearly-check', '2028-01-18T08:50'],
    ],
  },
  copd: {
    stages: {
      diagnosis: '2027-01-11',
      start: '2027-01-25',
      training: '2027-02-15',
      steady: '2027-06-08',
      attack: '2027-11-02',
    },
    visits: [
      ['intake', '2027-01-11T11:15'],
      ['check-up', '2027-06-08T10:30'],
    ],
  },
  stroke: {
    stages: { acute: '2027-01-04', 'stroke-unit': '2027-01-05', aftercare: '2027-02-15' },
    visits: [['aftercare', '2027-02-15T13:00']],
  },
  'heart-failure': {
    stages: {
      diagnosis: '2027-01-11',
      'build-up': '2027-01-25',
      steady: '2027-07-20',
      admission: '2027-11-29',
    },
    visits: [
      ['intake', '2027-01-11T15:45'],
      ['check-up', '2027-07-20T09:15'],
    ],
  },
  'pregnancy-childbirth': {
    stages: {
      intake: '2027-01-11',
      prenatal: '2027-01-25',
      'prenatal-late': '2027-05-31',
      birth: '2027-08-23',
    },
    visits: [['intake', '2027-01-11T09:00']],
    promised: { 'weeks-30': '2027-06-14' },
  },
}
