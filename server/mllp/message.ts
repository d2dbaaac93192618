/** One component and subcomponent of a field, counted from 1 as HL7 does; '' where there is nothing. */
export type Field = { at(component: number, subcomponent?: number): string }
export type Segment = {
  name: string
  /** The first of what a field repeats. */
  field(number: number): Field
  all(number: number): Field[]
}
export type Hl7Message = {
  /** Of the segments with this name. */
  first(name: string): Segment
  all(name: string): Segment[]
}

const NOTHING: Segment = segmentOf('', [], () => '')

/**
 * Reads an HL7v2 message from its bytes, in the character set that MSH-18 names. Null for what is none; a character set
 * that we cannot read, or that the bytes are not in, is an error with a sentence.
 */
export function readHl7(bytes: Buffer): Hl7Message | null {
  const ascii = bytes.toString('latin1')
  if (!/^MSH[^\w\s]{5}/.test(ascii)) return null
  const header = ascii.split(/\r\n?|\n/, 1)[0] ?? ''
  const lines = decoded(bytes, header.split(header[3] as string)[17] ?? '').split(/\r\n?|\n/)
  const [bar = '|', ...marks] = lines[0]?.slice(3, 8) ?? ''
  const segments = lines.flatMap((line) => (line === '' ? [] : [segmentIn(line, bar, marks)]))
  return {
    first: (name) => segments.find((segment) => segment.name === name) ?? NOTHING,
    all: (name) => segments.filter((segment) => segment.name === name),
  }
}

/** Names of character sets as HL7 writes them (table 0211). Where none is named, most senders mean one of two. */
function decoded(bytes: Buffer, named: string): string {
  const name = named.split('~')[0]?.toUpperCase().replace('UNICODE ', '') ?? ''
  const label = name === 'ASCII' || name === '' ? '' : name.replace(/^8859\//, 'ISO-8859-')
  if (label === '') return isUtf8(bytes) ? bytes.toString('utf8') : bytes.toString('latin1')
  if (!/^(UTF-8|ISO-8859-(1|15))$/.test(label))
    throw new Error('MSH-18 must be UNICODE UTF-8, 8859/1 or 8859/15')
  if (label === 'UTF-8' && !isUtf8(bytes)) throw new Error('MSH-18 says UTF-8, and the message is not in it')
  return new TextDecoder(label).decode(bytes)
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

function segmentIn(line: string, bar: string, marks: readonly string[]): Segment {
  const [name = '', ...fields] = line.split(bar)
  // In MSH the bar itself is the first field.
  return segmentOf(name, name === 'MSH' ? [bar, ...fields] : fields, unescaper(bar, marks), marks)
}

function segmentOf(
  name: string,
  fields: readonly string[],
  plain: (text: string) => string,
  [component = '^', repetition = '~', , subcomponent = '&']: readonly string[] = [],
): Segment {
  const fieldOf = (text: string): Field => ({
    at: (number, sub = 1) =>
      plain(text.split(component)[number - 1]?.split(subcomponent)[sub - 1] ?? '').trim(),
  })
  const all = (number: number) => (fields[number - 1] ?? '').split(repetition).map(fieldOf)
  return { name, all, field: (number) => all(number)[0] ?? fieldOf('') }
}

/** \\F\\ is the bar itself, and so on; \\X41\\ a character by its number; what only formats is left out. */
function unescaper(
  bar: string,
  [component = '', repetition = '', mark = '\\', subcomponent = '']: readonly string[],
) {
  const meant: Record<string, string> = { F: bar, S: component, R: repetition, E: mark, T: subcomponent }
  const meaningOf = (code: string) => meant[code] ?? characterOf(code)
  return (text: string) =>
    text === EMPTIED
      ? ''
      : text
          .split(mark)
          .map((part, at) => (at % 2 === 1 ? meaningOf(part) : part))
          .join('')
}

/** So a sender says that there is nothing any more; what we have, stays. */
const EMPTIED = '""'

function characterOf(code: string): string {
  if (code === '.br') return ' '
  return /^X([0-9A-F]{2})+$/.test(code) ? Buffer.from(code.slice(1), 'hex').toString('latin1') : ''
}
