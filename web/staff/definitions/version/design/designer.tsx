import './design.css'
import { useState } from 'react'
import { withInstrument } from '../../../../../core/design/change-set.ts'
import type { Instrument } from '../../../../../core/instruments/instrument.ts'
import type { OutcomeSet } from '../../../../../core/outcome-sets/outcome-set.ts'
import { Button } from '../../../../kit/button.tsx'
import { useWords } from '../../../../kit/words.tsx'
import { type Chapter, chapters, partsOf } from './chapters.ts'
import { designWords } from './design-words.ts'
import { Listed } from './parts/listed.tsx'
import { partWords } from './parts/part-words.ts'
import { Single } from './parts/single.tsx'
import { PathChapter } from './path-chapter.tsx'
import { Picked } from './picked.tsx'

type DesignerProps = {
  set: OutcomeSet
  instruments: readonly Instrument[]
  change: (set: OutcomeSet) => void
}

/** A set as people speak of it: what is asked when, what it costs the patient, and who responds to what. */
export function Designer({ set, instruments, change }: DesignerProps) {
  const say = useWords(designWords)
  const [chapter, turnTo] = useState<Chapter>('path')
  const context = { set, instruments }
  const { once, listed } = partsOf[chapter]
  return (
    <>
      <p className="quiet path-about">{say.about}</p>
      <Chapters chosen={chapter} choose={turnTo} />
      {chapter === 'path' ? <PathChapter context={context} change={change} /> : null}
      {chapter === 'measures' ? (
        <Picked context={context} pick={(named) => change(withInstrument(set, named))} change={change} />
      ) : null}
      {listed.map((part) => (
        <Listed key={part.title.en} part={part} context={context} change={change} />
      ))}
      {once.map((part) => (
        <Single key={part.title.en} part={part} context={context} change={change} />
      ))}
    </>
  )
}

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
