import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ApiError } from '../../../kit/api.ts'
import { Button } from '../../../kit/button.tsx'
import { Dialog } from '../../../kit/dialog.tsx'
import { TextArea } from '../../../kit/field.tsx'
import { formText } from '../../../kit/form-text.ts'
import { useWords } from '../../../kit/words.tsx'
import { FormProblem } from '../../sign-in/door.tsx'
import { useProblem } from '../../sign-in/problem.ts'
import {
  publishVersion,
  rescore,
  retireVersion,
  returnDraft,
  submitDraft,
  useDefinitionAct,
  type Version,
} from '../queries.ts'
import { FaultList, faultsOf } from './faults.tsx'
import { Compared, PublishAbout } from './publish-about.tsx'
import { RescoreAbout, scoredOtherwise } from './rescore-about.tsx'
import { words } from './words.ts'

type Act = 'submit' | 'give' | 'publish' | 'rescore' | 'retire'

/** `store`: has what was typed last stored at once, for whoever hands it in. */
type ActsProps = { of: Version; name: string; store: () => void }

/** What can be done with a version now, by whoever may write. */
export function Acts({ of, name, store }: ActsProps) {
  const say = useWords(words)
  const [act, setAct] = useState<Act | null>(null)
  const isOpen = of.status === 'draft' || of.status === 'review'
  return (
    <>
      <div className="version-acts">
        {of.status === 'draft' ? (
          <Button
            look="primary"
            size="page"
            onClick={() => {
              store()
              setAct('submit')
            }}
          >
            {say.submit}
          </Button>
        ) : null}
        {of.status === 'review' && !of.hadAHand ? (
          <Button look="primary" size="page" onClick={() => setAct('publish')}>
            {say.publish}
          </Button>
        ) : null}
        {of.status === 'review' ? (
          <Button look="soft" size="page" onClick={() => setAct('give')}>
            {of.hadAHand ? say.takeBack : say.give}
          </Button>
        ) : null}
        {scoredOtherwise(of).length > 0 && !isBeingRescored(of) ? (
          <Button look="soft" size="page" onClick={() => setAct('rescore')}>
            {say.rescore}
          </Button>
        ) : null}
        {of.status === 'retired' ? null : (
          <Button look="text" onClick={() => setAct('retire')}>
            {isOpen ? say.giveUp : say.retire}
          </Button>
        )}
      </div>
      {of.status === 'review' && of.hadAHand ? <p className="quiet">{say.ownWork}</p> : null}
      {act ? <ActDialog act={act} of={of} name={name} close={() => setAct(null)} /> : null}
    </>
  )
}

const isBeingRescored = ({ rescoring }: Version) => rescoring !== null && rescoring.finishedAt === null

type ActProps = { act: Act; of: Version; name: string; close: () => void }

function ActDialog({ act, of, name, close }: ActProps) {
  const say = useWords(words)
  const isGivingUp = act === 'retire' && of.status !== 'published'
  const said = {
    submit: { title: say.submitTitle, about: say.submitAbout, note: say.submitNote, go: say.submit },
    give: {
      title: of.hadAHand ? say.takeBack : say.giveTitle,
      about: null,
      note: say.giveNote,
      go: of.hadAHand ? say.takeBack : say.give,
    },
    publish: {
      title: say.publishTitle(name, of.version),
      about: null,
      note: say.publishNote,
      go: say.publish,
    },
    rescore: { title: say.rescore, about: null, note: say.rescoreNote, go: say.rescore },
    retire: {
      title: isGivingUp ? say.giveUp : say.retireTitle,
      about: isGivingUp ? say.giveUpAbout : say.retireAbout,
      note: say.retireNote,
      go: isGivingUp ? say.giveUp : say.retire,
    },
  }[act]
  const { run, form, problem, error, busy } = useActOn(act, of, close)
  const unsaid = (code: string) => (error instanceof ApiError && error.code === code ? problem : null)
  const untold = unsaid('under_way_unsaid')
  const uncompared = unsaid('not_compared')
  return (
    <Dialog title={said.title} closeLabel={say.cancel} size="lg" close={close}>
      <form onSubmit={run} ref={form} noValidate>
        {said.about ? <p>{said.about}</p> : null}
        {act === 'rescore' ? <RescoreAbout of={of} /> : null}
        {act === 'publish' ? <PublishAbout of={of} untold={untold} /> : null}
        {act === 'publish' ? <Compared of={of} untold={uncompared} /> : null}
        <TextArea label={said.note} name="note" maxLength={1000} data-autofocus />
        <FormProblem>{untold || uncompared ? null : problem}</FormProblem>
        <FaultList faults={faultsOf(error)} />
        {act === 'publish' ? <p className="quiet version-for-good">{say.forGood}</p> : null}
        <p className="version-keys">
          <Button type="submit" look="primary" size="page" disabled={busy}>
            {said.go}
          </Button>
          <Button look="text" onClick={close}>
            {say.cancel}
          </Button>
        </p>
      </form>
    </Dialog>
  )
}

type Given = { note: string; compared: boolean; underWay: 'keep' | 'move' | null }

function useActOn(act: Act, { id: versionId, fingerprint: seen }: Version, close: () => void) {
  const problem = useProblem(useWords(words).problems)
  const acting = useDefinitionAct(({ note, compared, underWay }: Given): Promise<unknown> => {
    if (act === 'rescore') return rescore({ versionId, note })
    if (act === 'submit') return submitDraft({ versionId, seen, note })
    if (act === 'publish')
      return publishVersion({ versionId, seen, note, compared, ...(underWay ? { underWay } : {}) })
    return act === 'give' ? returnDraft({ versionId, note }) : retireVersion({ versionId, note })
  })
  const navigate = useNavigate({ from: '/staff/definitions/$versionId' })
  /** Its state is another now, and so is what there is to see first. */
  const onward = () => {
    close()
    void navigate({ to: '.', search: {} })
  }
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (acting.error) form.current?.querySelector<HTMLElement>('input[aria-describedby]')?.focus()
  }, [acting.error])
  return {
    form,
    run: (event: FormEvent<HTMLFormElement>) => {
      event.preventDefault()
      const given = new FormData(event.currentTarget)
      const chosen = given.get('under-way')
      const underWay = chosen === 'keep' || chosen === 'move' ? chosen : null
      const said: Given = { note: formText(given, 'note'), compared: given.has('compared'), underWay }
      acting.mutate(said, { onSuccess: () => (act === 'rescore' ? close() : onward()) })
    },
    error: acting.error,
    problem: acting.error ? problem(acting.error) : null,
    busy: acting.isPending,
  }
}
