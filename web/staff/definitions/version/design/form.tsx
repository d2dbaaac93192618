import { useState } from 'react'
import type { Fault } from '../../../../../core/definitions/definition-text.ts'
import { setInText } from '../../../../../core/design/set-in-text.ts'
import { useWords } from '../../../../kit/words.tsx'
import type { Version } from '../../queries.ts'
import { FaultList } from '../faults.tsx'
import { written } from '../written.ts'
import { chapterOf } from './chapters.ts'
import { designWords } from './design-words.ts'
import { Designer, type DesignPlace } from './designer.tsx'
import { FormFaults } from './form-faults.tsx'
import { useNamedInstruments } from './named-instruments.ts'

type FormProps = {
  of: Version
  text: string
  write: (text: string) => void
  faults: readonly Fault[]
  /** To the set as it lies in a file, at a line. */
  toText: (line: number | null) => void
}

/** A set in forms: what is wrong with it above, each leading to the form in which it is mended. */
export function Form({ of, text, write, faults, toText }: FormProps) {
  const say = useWords(designWords)
  const [place, go] = useState<DesignPlace>({ chapter: 'path', opened: null })
  const set = setInText(text)
  const instruments = useNamedInstruments(set, of.instruments)
  if (!set)
    return (
      <>
        <p className="version-lead">{say.broken}</p>
        <FaultList faults={faults} go={toText} />
      </>
    )
  return (
    <>
      <FormFaults
        faults={faults}
        set={set}
        lead={(at, told) => go({ chapter: chapterOf(at.form), opened: at, told })}
        toText={toText}
      />
      <Designer
        set={set}
        instruments={instruments}
        change={(next) => write(written(next))}
        place={place}
        go={go}
      />
    </>
  )
}
