import './messages.css'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { Page } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { me } from '../queries.ts'
import { FindPatient } from './find.tsx'
import { MailOfPatient } from './patient.tsx'
import { mailState } from './queries.ts'
import { Service } from './service.tsx'
import { UnreachedList } from './unreached.tsx'
import { words } from './words.ts'

const route = getRouteApi('/shell/staff/mail')

/** How mail is doing, whom it does not reach, and, for one patient, why each mail went or did not. */
export function MailPage() {
  const say = useWords(words)
  const { patient } = route.useSearch()
  const { data: who } = useSuspenseQuery(me)
  const { data: state } = useQuery(mailState)
  const reads = who.permissions.includes('messages:read')
  if (patient && reads) return <MailOfPatient patientId={patient} />
  return (
    <Page title={say.title} about={state ? say.service[state.service] : undefined}>
      {state ? <Service state={state} mayTest={who.permissions.includes('messages:test')} /> : null}
      {reads ? (
        <>
          <FindPatient />
          <UnreachedList />
        </>
      ) : null}
    </Page>
  )
}
