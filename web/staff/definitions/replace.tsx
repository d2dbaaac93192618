import type { Localised, Words } from '../../../core/words.ts'
import { ApiError } from '../../kit/api.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useFormats } from '../../kit/format.ts'
import { useLocal, useWords } from '../../kit/words.tsx'

/** A draft that is here already, whose it is and from when; `by` is null for what came from a file. */
type Draft = {
  id: string
  title: Localised
  version: number
  by: string | null
  at: string
  mine: boolean
  seen: string
}

/** The drafts in whose place a file would come; null where it is about something else. */
export const draftsIn = (error: unknown): readonly Draft[] | null =>
  error instanceof ApiError && error.code === 'drafts_here' ? (error.detail.drafts as readonly Draft[]) : null

type ReplaceProps = {
  drafts: readonly Draft[]
  keepTheirs: () => void
  replace: (replacing: Record<string, string>) => void
}

/** Asks whoever brings a file whether it comes in the place of what somebody is writing. */
export function Replace({ drafts, keepTheirs, replace }: ReplaceProps) {
  const say = useWords(words)
  const local = useLocal()
  const { dayTime } = useFormats()
  const whose = ({ by, mine }: Draft) => (mine ? say.you : (by ?? say.file))
  return (
    <Dialog title={say.title} closeLabel={say.keep} close={keepTheirs}>
      <p>{say.about}</p>
      <ul className="definition-drafts">
        {drafts.map((one) => (
          <li key={one.id}>
            <b>{say.version(local(one.title), one.version)}</b>
            <br />
            {say.from(whose(one), dayTime(one.at))}
          </li>
        ))}
      </ul>
      <p>{say.lost}</p>
      <p className="version-keys">
        <Button look="primary" size="page" onClick={keepTheirs} data-autofocus>
          {say.keep}
        </Button>
        <Button
          look="text"
          onClick={() => replace(Object.fromEntries(drafts.map(({ id, seen }) => [id, seen])))}
        >
          {say.replace}
        </Button>
      </p>
    </Dialog>
  )
}

const words = {
  nl: {
    title: 'Hier wordt al aan geschreven',
    about: 'Van wat in dit bestand staat, is hier al een concept in andere woorden:',
    version: (title: string, version: number) => `${title}, versie ${version}`,
    from: (whose: string, when: string) => `laatst geschreven door ${whose}, ${when}`,
    you: 'u',
    file: 'niemand (uit een bestand)',
    lost: 'Zet u het bestand ervoor in de plaats, dan zijn die woorden weg. Overleg eerst, of geef uw bestand een hoger versienummer.',
    keep: 'Het concept laten staan',
    replace: 'Bestand ervoor in de plaats zetten',
  },
  en: {
    title: 'Somebody is writing this already',
    about: 'Of what is in this file a draft is here already, in other words:',
    version: (title: string, version: number) => `${title}, version ${version}`,
    from: (whose: string, when: string) => `last written by ${whose}, ${when}`,
    you: 'you',
    file: 'nobody (from a file)',
    lost: 'If you put the file in its place, those words are gone. Ask first, or give your file a higher version.',
    keep: 'Leave the draft',
    replace: 'Put the file in its place',
  },
} satisfies Words<unknown>
