/** '20260401' or a time that begins so, as an ISO date. */
export function dateIn(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(text) ?? []
  return year && `${year}-${month}-${day}`
}

/** '202604011000', with seconds and an offset or without, as our messages write it. */
export function timeIn(text: string): string | undefined {
  const found = /^(\d{8})(\d{2})(\d{2})(\d{2})?(?:\.\d+)?(?:([+-]\d{2})(\d{2}))?$/.exec(text)
  if (!found) return undefined
  const [, date = '', hour, minute, second = '00', offset, more] = found
  return `${dateIn(date)}T${hour}:${minute}:${second}${offset ? `${offset}:${more}` : ''}`
}

/** An instant as HL7 writes it. */
export const stampOf = (instant: Date): string =>
  `${instant.toISOString().slice(0, 19).replace(/\D/g, '')}+0000`
