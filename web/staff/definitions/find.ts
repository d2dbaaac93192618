import { fold } from '../../../core/words/fold.ts'
import type { Localised } from '../../../core/words.ts'

/** What of a version is looked through. */
type Searched = {
  definition: string
  status: string
  kind: string
  canBeSent: boolean
  forStaff: boolean
  title: Localised
  about: Localised
  licence: { owner: string } | null
  instrument: { scales: readonly Localised[] } | null
  set: { instruments: readonly { title: Localised }[] } | null
}

/** Under which heading a version stands; earlier versions stand apart, and only when they are asked for. */
export type Heading = 'waiting' | 'sets' | 'sendable' | 'forStaff' | 'wordless' | 'earlier'
export type Kind = 'all' | Heading

/** How many versions stand under each heading. */
export function countByHeading(versions: readonly Searched[]): Record<Heading, number> {
  const counts = { waiting: 0, sets: 0, sendable: 0, forStaff: 0, wordless: 0, earlier: 0 }
  for (const one of versions) counts[headingOf(one)] += 1
  return counts
}

/** The versions in which all these words occur: in a name, an id, an owner or what is measured, in any language. */
export function find<One extends Searched>(
  versions: readonly One[],
  { text, kind }: { text: string; kind: Kind },
): (One & { kinds: Heading[] })[] {
  const wanted = fold(text).split(' ').filter(Boolean)
  return versions.flatMap((one) => {
    const heading = headingOf(one)
    const isShown = kind === 'all' ? heading !== 'earlier' || wanted.length > 0 : heading === kind
    if (!isShown) return []
    const searched = fold(textOf(one))
    return wanted.every((word) => searched.includes(word)) ? [{ ...one, kinds: [heading] }] : []
  })
}

function headingOf({ status, kind, canBeSent, forStaff }: Searched): Heading {
  if (status === 'draft' || status === 'review') return 'waiting'
  if (status === 'retired') return 'earlier'
  if (kind === 'outcome-set') return 'sets'
  return forStaff ? 'forStaff' : canBeSent ? 'sendable' : 'wordless'
}

function textOf({ definition, title, about, licence, instrument, set }: Searched): string {
  const titles = [
    title,
    about,
    ...(instrument?.scales ?? []),
    ...(set?.instruments ?? []).map((one) => one.title),
  ]
  return [definition, licence?.owner ?? '', ...titles.flatMap((one) => Object.values(one))].join(' ')
}
