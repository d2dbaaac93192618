import { expect, test } from 'vitest'
import { lastDayOfParent, mailedTo, ownYears, respondentsAt } from '../../core/patients/proxy.ts'
import { moveDate, yearsBetween } from '../../core/time/dates.ts'

const law = { answersFrom: 12, aloneFrom: 16 }

test('a young child is answered for, an older one answers with or without a parent, from 16 alone', () => {
  expect(respondentsAt(11, law, false)).toEqual(['proxy', 'together'])
  expect(respondentsAt(12, law, false)).toEqual(['patient', 'together', 'proxy'])
  expect(respondentsAt(15, law, false)).toEqual(['patient', 'together', 'proxy'])
  expect(respondentsAt(16, law, false)).toEqual(['patient', 'together'])
  expect(respondentsAt(17, law, true)).toEqual(['patient', 'together', 'proxy'])
  expect(respondentsAt(18, law, false)).toEqual(['patient', 'together', 'proxy'])
})

test('an organisation may choose other ages', () => {
  expect(respondentsAt(10, { answersFrom: 8, aloneFrom: 18 }, false)).toContain('patient')
  expect(respondentsAt(17, { answersFrom: 8, aloneFrom: 18 }, false)).toContain('proxy')
})

test('a parent’s last day is the one before the birthday; born on a leap day, too', () => {
  expect(lastDayOfParent('2010-06-15', law)).toBe('2026-06-14')
  expect(lastDayOfParent('2012-02-29', law)).toBe('2028-02-28')
  expect(lastDayOfParent('2012-02-29', { ...law, aloneFrom: 17 })).toBe('2029-02-28')
})

test.each([15, 16, 17, 18])('a parent stops on the day from which a child of %i sees alone', (aloneFrom) => {
  for (const birthDate of ['2012-02-28', '2012-02-29', '2012-03-01', '2010-12-31', '2011-01-01']) {
    const ages = { ...law, aloneFrom }
    const last = lastDayOfParent(birthDate, ages)
    const next = moveDate(last, 'P1D')
    expect([yearsBetween(birthDate, last), yearsBetween(birthDate, next)]).toEqual([aloneFrom - 1, aloneFrom])
    const sees = (day: string) => birthDate > ownYears(day, ages).until
    expect([sees(last), sees(next)]).toEqual([true, false])
  }
})

test('of whom a parent sees nothing: from that birthday until the eighteenth', () => {
  const { after, until } = ownYears('2026-06-15', law)
  const isOwn = (birthDate: string) => birthDate > after && birthDate <= until
  expect(['2010-06-15', '2008-06-16'].every(isOwn)).toBe(true)
  expect(['2010-06-16', '2008-06-15', '1960-01-01'].some(isOwn)).toBe(false)
})

test('mail goes to who is asked; a young child’s, and that of who has no address, to who answers for them', () => {
  const adult = { age: 60, answersFrom: 12, patient: true, proxy: true }
  expect(mailedTo({ respondent: 'proxy' }, adult)).toBe('proxy')
  expect(mailedTo({ respondent: 'proxy' }, { ...adult, proxy: false })).toBeNull()
  expect(mailedTo({ respondent: 'patient' }, { ...adult, age: 6 })).toBe('patient')
  expect(mailedTo({ respondent: 'patient' }, { ...adult, patient: false })).toBeNull()
  expect(mailedTo({}, adult)).toBe('patient')
  expect(mailedTo({}, { ...adult, patient: false })).toBe('proxy')
  expect(mailedTo({}, { ...adult, age: 11 })).toBe('proxy')
  expect(mailedTo({}, { ...adult, age: 11, proxy: false })).toBe('patient')
  expect(mailedTo({}, { ...adult, patient: false, proxy: false })).toBeNull()
})
