import type { Language, Localised } from '../words.ts'

const units = {
  nl: {
    Y: ['jaar', 'jaar'],
    M: ['maand', 'maanden'],
    W: ['week', 'weken'],
    D: ['dag', 'dagen'],
    H: ['uur', 'uur'],
    m: ['minuut', 'minuten'],
  },
  en: {
    Y: ['year', 'years'],
    M: ['month', 'months'],
    W: ['week', 'weeks'],
    D: ['day', 'days'],
    H: ['hour', 'hours'],
    m: ['minute', 'minutes'],
  },
} satisfies Record<Language, Record<string, readonly [string, string]>>

type Unit = keyof (typeof units)['nl']
const joiner = { nl: ' en ', en: ' and ' }

/** How long an ISO-8601 duration lasts, without its direction: "2 weeks", "1 year and 6 months"; '' for none. */
export const lengthWords = (duration: string): Localised => ({
  nl: lengthIn(duration, 'nl'),
  en: lengthIn(duration, 'en'),
})

function lengthIn(duration: string, language: Language): string {
  const [dates = '', times = ''] = duration.split('T')
  const parts = [...dates.matchAll(/(\d+)([YMWD])/g), ...times.replace('M', 'm').matchAll(/(\d+)([Hm])/g)]
  const said = parts
    .filter(([, amount]) => Number(amount) > 0)
    .map(([, amount, unit]) => {
      const [one, more] = units[language][unit as Unit]
      return `${Number(amount)} ${Number(amount) === 1 ? one : more}`
    })
  return said.join(joiner[language])
}

/** A duration with its direction: "14 days before", "3 months after", "at that time". */
export function durationWords(duration: string): Localised {
  const { nl, en } = lengthWords(duration)
  if (nl === '') return { nl: 'op dat moment', en: 'at that time' }
  return duration.startsWith('-')
    ? { nl: `${nl} ervoor`, en: `${en} before` }
    : { nl: `${nl} erna`, en: `${en} after` }
}
