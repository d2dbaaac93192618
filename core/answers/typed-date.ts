import { latinDigits } from './typed-answer.ts'

/** What a person types as day, month and year ('31-3-1957', '31 03 1957', '31.3.57' is too short) as an ISO date, or null. */
export function typedDate(typed: string): string | null {
  const text = latinDigits(typed)
  const parts = /^\s*(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})\s*$/.exec(text)
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(text) // how a browser or a password manager fills it in
  const [year, month, day] = parts ? [parts[3], parts[2], parts[1]] : iso ? [iso[1], iso[2], iso[3]] : []
  if (!year || !month || !day) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(date) ? date : null
}
