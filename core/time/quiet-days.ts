import { weekdayOf } from './weekday.ts'

// Days on which an organisation sends no mail of itself: days of the week, a date of each year, one date.

const DAYS: Record<string, readonly string[]> = {
  1: ['ma', 'maandag', 'mon', 'monday'],
  2: ['di', 'dinsdag', 'tue', 'tuesday'],
  3: ['wo', 'woensdag', 'wed', 'wednesday'],
  4: ['do', 'donderdag', 'thu', 'thursday'],
  5: ['vr', 'vrijdag', 'fri', 'friday'],
  6: ['za', 'zaterdag', 'sat', 'saturday'],
  7: ['zo', 'zondag', 'sun', 'sunday'],
}

/** '7' is every Sunday, '12-25' each Christmas, '2027-04-27' that day. */
export const isQuietDay = (days: readonly string[], date: string): boolean =>
  days.some((day) => day === date || day === date.slice(5) || day === String(weekdayOf(date)))

function isDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === text
}

/** Whether it is one that can be kept. All seven days of the week would be no mail at all. */
export const areQuietDays = (days: readonly string[]): boolean =>
  days.every((day) => /^[1-7]$/.test(day) || isDate(day) || isDate(`2024-${day}`)) &&
  new Set(days.filter((day) => day.length === 1)).size < 7

/** What somebody typed, with commas or lines between: 'za, zo, 25-12, 27-4-2027'. Null where it holds what is no day. */
export function quietDaysIn(text: string): string[] | null {
  const parts = text.split(/[,;\n]/).flatMap((part) => part.trim().toLowerCase() || [])
  const days = parts.map(dayIn)
  return days.every((day) => day !== null) ? [...new Set(days)] : null
}

function dayIn(part: string): string | null {
  const named = Object.entries(DAYS).find(([, names]) => names.includes(part))
  if (named) return named[0]
  const [, day = '', month = '', year] = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{4}))?$/.exec(part) ?? []
  const yearly = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = year ? `${year}-${yearly}` : yearly
  const given = isDate(part) ? part : date
  return areQuietDays([given]) && given.length > 1 ? given : null
}

/** As it is typed again. */
export const sayQuietDays = (days: readonly string[], language: 'nl' | 'en'): string =>
  days
    .map((day) => DAYS[day]?.[language === 'nl' ? 0 : 2] ?? day.split('-').toReversed().map(Number).join('-'))
    .join(', ')
