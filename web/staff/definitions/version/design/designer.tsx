import './design.css'
import { withInstrument } from '../../../../../core/design/change-set.ts'
import type { Told } from '../../../../../core/design/faults.ts'
import type { FormAt, FormName } from '../../../../../core/design/form-at.ts'
import type { Instrument } from '../../../../../core/instruments/instrument.ts'
import type { OutcomeSet } from '../../../../../core/outcome-sets/outcome-set.ts'
import { Button } from '../../../../kit/button.tsx'
import { useWords } from '../../../../kit/words.tsx'
import { type Chapter, chapterOf, chapters, partsOf } from './chapters.ts'
import { designWords } from './design-words.ts'
import { Listed } from './parts/listed.tsx'
import { partWords } from './parts/part-words.ts'
import { Single } from './parts/single.tsx'
import { PathChapter } from './path-chapter.tsx'
import { Picked } from './picked.tsx'
import { useTakeAway } from './use-take-away.ts'

/** Where in the forms somebody is, what they have open there, and what a fault says that led them to it. */
export type DesignPlace = { chapter: Chapter; opened: FormAt | null; told?: Told }

type DesignerProps = {
  set: OutcomeSet
  instruments: readonly Instrument[]
  change: (set: OutcomeSet) => void
  place: DesignPlace
  go: (place: DesignPlace) => void
}

/** A set as people speak of it: what is asked when, what it costs the patient, and who responds to what. */
export function Designer({ set, instruments, change, place: { chapter, opened, told }, go }: DesignerProps) {
  const say = useWords(designWords)
  const context = { set, instruments }
  const { take, takeAway } = useTakeAway(set, change)
  const { once, listed } = partsOf[chapter]
  /** What every form needs: whether it is open, and a way to open or close it. */
  const form = (name: FormName) => ({
    context,
    change: take,
    takeAway,
    lead: (at: FormAt) => go({ chapter: chapterOf(at.form), opened: at }),
    opened: opened?.form === name ? opened.id : null,
    told: told ?? null,
    open: (id: string | null) => go({ chapter, opened: id === null ? null : { form: name, id, place: '' } }),
  })
  return (
    <>
      <p className="quiet path-about">{say.about}</p>
      <Chapters chosen={chapter} choose={(next) => go({ chapter: next, opened: null })} />
      {chapter === 'path' ? <PathChapter {...form('moments')} /> : null}
      {chapter === 'measures' ? (
        <Picked {...form('instruments')} pick={(named) => take(withInstrument(set, named))} />
      ) : null}
      {formsIn(listed).map(([name, part]) => (
        <Listed key={name} part={part} {...form(name)} />
      ))}
      {formsIn(once).map(([name, part]) => (
        <Single key={name} part={part} {...form(name)} />
      ))}
    </>
  )
}

const formsIn = <Part,>(parts: Partial<Record<FormName, Part>>) => Object.entries(parts) as [FormName, Part][]

function Chapters({ chosen, choose }: { chosen: Chapter; choose: (chapter: Chapter) => void }) {
  const say = useWords(partWords)
  return (
    <fieldset className="design-chapters" aria-label={say.chapters}>
      {chapters.map((one) => (
        <Button
          key={one}
          look={one === chosen ? 'soft' : 'text'}
          aria-pressed={one === chosen}
          onClick={() => choose(one)}
        >
          {say.chapter[one]}
        </Button>
      ))}
    </fieldset>
  )
}
