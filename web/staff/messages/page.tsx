import './messages.css'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Page } from '../../kit/frame.tsx'
import { Loading, Trouble } from '../../kit/states.tsx'
import { useWords } from '../../kit/words.tsx'
import { me } from '../queries.ts'
import { Standing } from './centre.tsx'
import { mailCentre } from './centre-queries.ts'
import { Coming } from './coming.tsx'
import { DryRun } from './dry-run.tsx'
import { FindPatient } from './find.tsx'
import { Lists } from './lists.tsx'
import { MailOfPatient } from './patient.tsx'
import { Service } from './service.tsx'
import { WhoStarts } from './starts.tsx'
import { UnreachedList } from './unreached.tsx'
import { words } from './words.ts'

const route = getRouteApi('/shell/staff/mail')

/** The message centre: how mail is doing, what comes and what went; for one patient, why each mail went or did not. */
export function MailPage() {
  const say = useWords(words)
  const { patient, list = 'waiting' } = route.useSearch()
  const { data: who } = useSuspenseQuery(me)
  const { data: centre, error, refetch } = useQuery(mailCentre)
  const may = (permission: string) => (who.permissions as readonly string[]).includes(permission)
  if (patient && may('messages:read')) return <MailOfPatient patientId={patient} />
  return (
    <Page
      title={say.title}
      about={centre ? say.service[centre.service] : undefined}
      aside={
        <p className="mail-choices">
          {may('messages:write') ? <Link to="/staff/mail/texts">{say.texts}</Link> : null}
          {may('letters:write') ? <Link to="/staff/letters">{say.letters}</Link> : null}
        </p>
      }
    >
      {error && !centre ? <Trouble error={error} retry={() => void refetch()} /> : null}
      {!centre && !error ? <Loading /> : null}
      {centre ? (
        <>
          <Standing centre={centre} />
          <Service service={centre.service} mayTest={may('messages:test')} />
          <WhoStarts />
          <Coming centre={centre} mayPause={may('messages:pause')} />
          <Lists
            centre={centre}
            state={list}
            seesNames={may('messages:list')}
            opensMail={may('messages:read')}
          />
        </>
      ) : null}
      {may('messages:read') ? (
        <>
          <UnreachedList />
          <FindPatient />
        </>
      ) : null}
      {centre && may('messages:list') ? <DryRun /> : null}
    </Page>
  )
}
