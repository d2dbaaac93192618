import { useQuery } from '@tanstack/react-query'
import { objectionPurposes } from '../../../core/patients/objections.ts'
import { Button } from '../../kit/button.tsx'
import { useFormats } from '../../kit/format.ts'
import { Section } from '../../kit/frame.tsx'
import { Loading, Trouble, useRefusal } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { type Choices, patientChoices, sayConsent, sayObjection, useChoice } from './choices-queries.ts'
import { choicesWords } from './choices-words.ts'
import { ProxyPart } from './proxy-part.tsx'

/** What the patient chose about their data, and who answers for them. */
export function PatientChoices({ patientId }: { patientId: string }) {
  const say = useWords(choicesWords)
  const { data, error, refetch } = useQuery(patientChoices(patientId))
  if (error && !data) return <Trouble error={error} retry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Section title={say.title} about={say.about}>
      <UseOfData patientId={patientId} choices={data} />
      <ProxyPart patientId={patientId} proxy={data.proxy} />
    </Section>
  )
}

function UseOfData({ patientId, choices }: { patientId: string; choices: Choices }) {
  const say = useWords(choicesWords)
  const { date } = useFormats()
  const refusal = useRefusal()
  const act = useChoice((run: () => Promise<unknown>) => run())
  const { objections, consentsSince } = choices
  const key = (text: string, label: string, run: () => Promise<unknown>) => (
    <Button look="text" disabled={act.isPending} aria-label={label} onClick={() => act.mutate(run)}>
      {text}
    </Button>
  )
  return (
    <>
      {act.error ? <p role="alert">{refusal(act.error)}</p> : null}
      <dl className="mail-uses">
        {objectionPurposes.map((purpose) => {
          const since = objections[purpose]
          const text = since ? say.noMore : say.object
          return (
            <div key={purpose}>
              <dt>{say.purposes[purpose]}</dt>
              <dd>
                {since ? say.objects(date(since)) : say.counts}
                {key(text, `${text}: ${say.purposes[purpose]}`, () =>
                  sayObjection(patientId, { purpose, objects: !since }),
                )}
              </dd>
            </div>
          )
        })}
        <div>
          <dt>{say.research}</dt>
          <dd>
            {consentsSince ? say.agrees(date(consentsSince)) : say.never}
            {key(
              consentsSince ? say.withdraw : say.agree,
              `${consentsSince ? say.withdraw : say.agree}: ${say.research}`,
              () => sayConsent(patientId, !consentsSince),
            )}
          </dd>
        </div>
      </dl>
    </>
  )
}
