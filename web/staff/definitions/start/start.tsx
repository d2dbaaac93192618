import '../version/version.css'
import { useState } from 'react'
import { placesWrong } from '../../../../core/design/apply.ts'
import type { Choice } from '../../../../core/design/fields.ts'
import {
  copyAbout,
  copyDraft,
  copyFields,
  startAbout,
  startDraft,
  startFields,
} from '../../../../core/design/parts/start.ts'
import { copyShape, startShape } from '../../../../core/design/start-set.ts'
import { say as inLanguage } from '../../../../core/words.ts'
import { Button } from '../../../kit/button.tsx'
import { useLanguage, useWords } from '../../../kit/words.tsx'
import { useProblem } from '../../sign-in/problem.ts'
import type { Definition } from '../queries.ts'
import { FormDialog } from '../version/design/parts/form-dialog.tsx'
import { PartForm } from '../version/design/parts/part-form.tsx'
import { FaultList, faultsOf } from '../version/faults.tsx'
import { words } from '../version/words.ts'
import { useBegin, type Way } from './begin.ts'
import { startWords } from './words.ts'

/** A new outcome set: from nothing, or as a copy of one that is there. */
export function Start({ versions }: { versions: readonly Definition[] }) {
  const say = useWords(startWords)
  const [way, choose] = useState<Way | null>(null)
  return (
    <>
      <p className="version-keys">
        <Button look="soft" onClick={() => choose('empty')}>
          {say.empty}
        </Button>
        <Button look="soft" onClick={() => choose('copy')}>
          {say.copy}
        </Button>
      </p>
      {way ? <StartDialog way={way} versions={versions} close={() => choose(null)} /> : null}
    </>
  )
}

type StartProps = { way: Way; versions: readonly Definition[]; close: () => void }

function StartDialog({ way, versions, close }: StartProps) {
  const say = useWords(startWords)
  const problem = useProblem(useWords(words).problems)
  const { begin, busy, error } = useBegin(way, versions)
  const { language } = useLanguage()
  const byName = versions.toSorted((a, b) =>
    inLanguage(a.title, language).localeCompare(inLanguage(b.title, language)),
  )
  const form = formOf(way, byName)
  return (
    <FormDialog title={say[way]} close={close}>
      {(changed) => (
        <>
          <PartForm
            changed={changed}
            about={form.about}
            fieldsOf={() => form.fields}
            first={form.draft}
            check={(draft) => placesWrong(form.shape, draft)}
            apply={begin}
            go={say.go}
            busy={busy}
            problem={error ? problem(error) : null}
          />
          <FaultList faults={faultsOf(error)} />
        </>
      )}
    </FormDialog>
  )
}

const formOf = (way: Way, versions: readonly Definition[]) =>
  way === 'empty'
    ? { about: startAbout, fields: startFields(askable(versions)), shape: startShape, draft: startDraft }
    : { about: copyAbout, fields: copyFields(published(versions)), shape: copyShape, draft: copyDraft }

const choiceOf = ({ id, title }: Definition): Choice => ({ value: id, label: title })

const askable = (versions: readonly Definition[]) =>
  versions
    .filter(
      (one) => one.kind === 'instrument' && one.status === 'published' && one.canBeSent && !one.forStaff,
    )
    .map(choiceOf)

const published = (versions: readonly Definition[]) =>
  versions.filter((one) => one.kind === 'outcome-set' && one.status === 'published').map(choiceOf)
