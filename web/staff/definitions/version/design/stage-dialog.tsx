import { type FormEvent, useState } from 'react'
import type { Stage } from '../../../../../core/care-path.ts'
import { Button } from '../../../../kit/button.tsx'
import { Dialog } from '../../../../kit/dialog.tsx'
import { useWords } from '../../../../kit/words.tsx'
import { FormProblem } from '../../../sign-in/door.tsx'
import { designWords } from './design-words.ts'
import { LengthField } from './length-field.tsx'
import { isNamed, Titles } from './titles.tsx'

type StageProps = { title: string; stage: Stage; apply: (stage: Stage) => void; close: () => void }

/** What a stage is called, what it is for, and how long it takes at most. */
export function StageDialog({ title, stage: first, apply, close }: StageProps) {
  const say = useWords(designWords)
  const [stage, setStage] = useState(first)
  const [isIncomplete, setIncomplete] = useState(false)
  const change = (given: Partial<Stage>) => setStage((now) => ({ ...now, ...given }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const isWhole = [stage.title, stage.goal, stage.patientText].every(isNamed) && stage.norm !== ''
    setIncomplete(!isWhole)
    if (isWhole) apply(stage)
  }
  return (
    <Dialog title={title} closeLabel={say.cancel} size="lg" close={close}>
      <form onSubmit={submit} noValidate className="design-form">
        <Titles
          labels={[say.stageNl, say.stageEn]}
          text={stage.title}
          change={(text) => change({ title: text })}
        />
        <LengthField label={say.norm} duration={stage.norm} change={(norm) => change({ norm })} />
        <Titles labels={[say.goalNl, say.goalEn]} text={stage.goal} change={(goal) => change({ goal })} />
        <Titles
          labels={[say.patientNl, say.patientEn]}
          text={stage.patientText}
          change={(patientText) => change({ patientText })}
        />
        <FormProblem>{isIncomplete ? say.stageNotComplete : null}</FormProblem>
        <p className="version-keys">
          <Button type="submit" look="primary" size="page">
            {say.apply}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}
