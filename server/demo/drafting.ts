import type { OutcomeSet } from '../../core/outcome-sets/outcome-set.ts'
import type { Ctx } from '../ctx.ts'
import type { Deps } from '../deps.ts'
import { fingerprintOf, readWhole } from '../editor/rows.ts'
import { submitDraft } from '../editor/submit-draft.ts'
import { takeDefinitions } from '../editor/take-definitions.ts'

const SET = 'hip-knee-osteoarthritis'
const NOTE =
  'Wie laat hoort dat er een afspraak is, heeft nu een week langer om te antwoorden. Bij 3 maanden haakten mensen af: een herinnering erbij.'

type Moment = OutcomeSet['moments'][number]

/** What the team asked its editor for after a year of working with the set. */
const changes: Record<string, (moment: Moment) => Partial<Moment>> = {
  intake: () => ({ opens: '-P21D' }),
  'month-3': ({ reminders }) => ({ reminders: [...reminders, { from: 'opening', offset: 'P21D' }] }),
  'check-up': () => ({ skipIfAnsweredWithin: 'P42D' }),
}

const changed = (set: OutcomeSet): OutcomeSet => ({
  ...set,
  version: set.version + 1,
  about: {
    ...set.about,
    nl: `${set.about.nl} Sinds deze versie gaat de eerste vraag drie weken voor het eerste bezoek uit.`,
    en: `${set.about.en} Since this version the first questions go out three weeks before the first visit.`,
  },
  moments: set.moments.map((moment) => ({ ...moment, ...changes[moment.id]?.(moment) })),
})

/** An editor's change of an outcome set, which waits for a second person to look at it. */
export async function handInChange(deps: Deps, editor: Ctx): Promise<void> {
  const current = await deps.definitions.current(SET)
  if (!current) return
  const [draft] = await takeDefinitions(deps, editor, JSON.stringify(changed(current.set)))
  if (!draft) return
  const seen = fingerprintOf(await readWhole(deps.db, draft.id))
  await submitDraft(deps, editor, { id: draft.id, seen, note: NOTE })
}
