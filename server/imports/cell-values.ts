import { fold } from '../../core/words/fold.ts'

// What people and planning systems write in a cell, as messages have it. What is not understood stays as it is: the
// check of the message then names it.

/** 24-03-2026, 24/3/2026 or 2026-03-24 (also with a time behind it) as an ISO date. */
export function readDate(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? []
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
}

/** '9:30', '09.30' or '09:30:00' as '09:30'; null when it is no time. */
export function readTime(text: string): string | null {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?(?:\s*uur)?$/i.exec(text) ?? []
  return hour && Number(hour) < 24 && Number(minute) < 60 ? `${hour.padStart(2, '0')}:${minute}` : null
}

/** Date and time from one cell or two; an instant with its offset stays one. */
export function readStart(date: string, time: string | undefined): string {
  const [day = '', clock] = date.split(/[T ]+/, 2)
  const rest = time ?? clock
  if (rest === undefined) return readDate(day)
  if (time === undefined && /(Z|[+-]\d{2}:?\d{2})$/.test(rest)) return date.replace(' ', 'T')
  return `${readDate(day)}T${readTime(rest) ?? rest}`
}

const choices = {
  status: {
    booked: [
      'booked',
      'gepland',
      'geboekt',
      'actief',
      'active',
      'planned',
      'pending',
      'arrived',
      'fulfilled',
    ],
    cancelled: ['cancelled', 'canceled', 'afgezegd', 'geannuleerd', 'vervallen'],
    'no-show': ['no-show', 'noshow', 'niet verschenen'],
  },
  sex: {
    female: ['female', 'f', 'v', 'vrouw', 'woman'],
    male: ['male', 'm', 'man'],
    other: ['other', 'anders', 'x', 'o'],
    unknown: ['unknown', 'onbekend', 'u'],
  },
  way: {
    visit: ['visit', 'bezoek', 'fysiek', 'polikliniek', 'in person'],
    phone: ['phone', 'telefoon', 'telefonisch', 'belafspraak', 'telephone'],
    video: ['video', 'beeld', 'beeldbellen', 'videoconsult', 'video call'],
  },
  side: {
    left: ['left', 'links', 'l'],
    right: ['right', 'rechts', 'r'],
    both: ['both', 'beide', 'beiderzijds', 'b', 'bilateral'],
  },
} satisfies Record<string, Record<string, string[]>>

const codes = new Map(
  Object.entries(choices).flatMap(([of, words]) =>
    Object.entries(words).flatMap(([code, list]) =>
      list.map((word) => [`${of} ${fold(word)}`, code] as const),
    ),
  ),
)

/** The code behind a word for it. */
export const readChoice = (of: keyof typeof choices, text: string): string =>
  codes.get(`${of} ${fold(text)}`) ?? text
