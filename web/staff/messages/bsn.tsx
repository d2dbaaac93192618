import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { useRefusal } from '../../kit/states.tsx'
import { State } from '../../kit/status.tsx'
import { Sign } from '../../kit/symbols.tsx'
import { useWords } from '../../kit/words.tsx'
import { type BsnState, patientBsn, removeBsn, showBsn, useBsnAct } from './bsn-queries.ts'
import { bsnWords } from './bsn-words.ts'
import { Verifying } from './verifying.tsx'

/** The last digits of a patient's citizen service number, all of it on request, and who verified it. */
export function Bsn({ patientId }: { patientId: string }) {
  const say = useWords(bsnWords)
  const refusal = useRefusal()
  const { data: state, error } = useQuery(patientBsn(patientId))
  if (error && !state) return <p role="alert">{refusal(error)}</p>
  if (!state) return null
  return (
    <Section title={say.title}>
      <div className="mail-find">
        <p className="quiet">{state.keeps ? say.about : say.keepsNone}</p>
        <Known patientId={patientId} state={state} />
      </div>
    </Section>
  )
}

function Known({ patientId, state }: { patientId: string; state: BsnState }) {
  const say = useWords(bsnWords)
  const format = useFormats()
  const { keeps, masked, locked, toldAt, which, wrongAt } = state
  return (
    <>
      {keeps && wrongAt ? (
        <p className="status watch">
          <Sign name="alert" />
          {say.wrong(format.date(wrongAt))}
        </p>
      ) : null}
      {keeps && locked ? <p className="quiet">{say.locked}</p> : null}
      {keeps && !masked && !locked ? <p>{say.none}</p> : null}
      {masked && toldAt && which ? (
        <Shown key={which} patientId={patientId} state={{ ...state, masked, toldAt, which }} />
      ) : null}
      {masked || locked || wrongAt ? (
        <Removing patientId={patientId} hasNumber={masked !== null || locked} />
      ) : null}
    </>
  )
}

/** By `which` a number is told from another: of that, nothing that was shown stays. */
function Shown({
  patientId,
  state,
}: {
  patientId: string
  state: BsnState & { masked: string; toldAt: string; which: string }
}) {
  const say = useWords(bsnWords)
  const format = useFormats()
  const refusal = useRefusal()
  const [whole, setWhole] = useState<string | null>(null)
  const show = useBsnAct(patientId, async () => setWhole((await showBsn(patientId)).bsn))
  return (
    <>
      <p aria-live="polite">
        <b className="mail-bsn">{whole ?? state.masked}</b>{' '}
        <span className="quiet">{say.told(format.date(state.toldAt))}</span>
      </p>
      {show.error ? <p role="alert">{refusal(show.error)}</p> : null}
      <Verified state={state} />
      {whole === null ? (
        <Button look="plain" disabled={show.isPending} onClick={() => show.mutate(undefined)}>
          {say.show}
        </Button>
      ) : (
        <>
          <Button look="text" onClick={() => setWhole(null)}>
            {say.hide}
          </Button>
          {state.verified ? null : <Verifying patientId={patientId} seen={state.which} />}
        </>
      )}
    </>
  )
}

function Verified({ state: { verified } }: { state: BsnState }) {
  const say = useWords(bsnWords)
  const format = useFormats()
  return verified ? (
    <p>
      <State sign="done" tone="better">
        {verified.by === null
          ? say.verifiedBySource(format.date(verified.at), say.sources[verified.reason] ?? verified.reason)
          : say.verified(format.date(verified.at), verified.by)}
      </State>
      {verified.by === null ? null : <span className="quiet"> {verified.reason}</span>}
    </p>
  ) : (
    <p>
      <State sign="open" tone="quiet">
        {say.notVerified}
      </State>
    </p>
  )
}

function Removing({ patientId, hasNumber }: { patientId: string; hasNumber: boolean }) {
  const say = useWords(bsnWords)
  const refusal = useRefusal()
  const [asking, setAsking] = useState(false)
  const remove = useBsnAct(patientId, () => removeBsn(patientId))
  if (!asking)
    return (
      <Button look="text" onClick={() => setAsking(true)}>
        {hasNumber ? say.remove : say.dismiss}
      </Button>
    )
  return (
    <div>
      <p>{remove.error ? refusal(remove.error) : hasNumber ? say.removing : say.dismissing}</p>
      <p className="mail-choices">
        <Button look="plain" disabled={remove.isPending} onClick={() => remove.mutate(undefined)}>
          {say.removeNow}
        </Button>
        <Button look="text" onClick={() => setAsking(false)}>
          {say.cancel}
        </Button>
      </p>
    </div>
  )
}
