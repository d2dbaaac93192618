import type { ReactNode } from 'react'
import type { Words } from '../../core/words.ts'
import { ApiError } from './api.ts'
import { Button } from './button.tsx'
import { Page } from './frame.tsx'
import { launchOfTab } from './launch.ts'
import { Sign } from './symbols.tsx'
import { useWords } from './words.tsx'

const words = {
  nl: {
    missing: 'Niet gevonden',
    notYours: 'Niet voor uw rol',
    notHere: 'Niet in dit venster',
    broken: 'Dit lukte niet',
    again: 'Opnieuw proberen',
    loading: 'Bezig met laden',
    unreachable: 'De server antwoordt niet. Controleer uw verbinding en probeer het opnieuw.',
    tooLarge: 'Dit is te groot om op te slaan. Maak het kleiner, of doe het in delen.',
    figuresBusy: 'De cijfers worden nog uitgerekend. Probeer het over een paar minuten opnieuw.',
    notFound: 'Deze pagina of patiënt is hier niet. U ziet alleen patiënten van uw eigen team.',
    signedOut: 'U bent niet meer ingelogd. Log opnieuw in; wat u al vastlegde, is bewaard.',
    onePatient: 'Dit venster is voor één patiënt geopend. Open een andere patiënt vanuit het dossier.',
    launchOver:
      'Dit venster is gesloten. Open de patiënt opnieuw vanuit het dossier; wat u al vastlegde, is bewaard.',
    refused: 'Uw rol mag dit niet. Vraag uw beheerder als u dit voor uw werk nodig hebt.',
    other: 'Dit lukte niet. Probeer het opnieuw; blijft het misgaan, meld het dan bij uw beheerder.',
  },
  en: {
    missing: 'Not found',
    notYours: 'Not for your role',
    notHere: 'Not in this window',
    broken: 'That did not work',
    again: 'Try again',
    loading: 'Loading',
    unreachable: 'The server does not answer. Check your connection and try again.',
    tooLarge: 'This is too large to be stored. Make it smaller, or do it in parts.',
    figuresBusy: 'The figures are still being worked out. Try again in a few minutes.',
    notFound: 'This page or patient is not here. You see only patients of your own team.',
    signedOut: 'You are no longer signed in. Sign in again; what you recorded has been kept.',
    onePatient: 'This window was opened for one patient. Open another patient from the record.',
    launchOver:
      'This window is closed. Open the patient from the record again; what you recorded has been kept.',
    refused: 'Your role may not do this. Ask your administrator if your work needs it.',
    other: 'That did not work. Try again; if it keeps failing, tell your administrator.',
  },
} satisfies Words<unknown>

/** A sentence for a refusal that the page itself has no better words for. */
export function useRefusal(): (error: unknown) => string {
  const say = useWords(words)
  return (error) => {
    if (!(error instanceof ApiError)) return say.other
    if (error.status === 0) return say.unreachable
    if (error.code === 'figures_busy') return say.figuresBusy
    if (error.status === 413) return say.tooLarge
    const sentences = launchOfTab()
      ? { 401: say.launchOver, 403: say.onePatient, 404: say.onePatient }
      : { 401: say.signedOut, 403: say.refused, 404: say.notFound }
    return sentences[error.status as keyof typeof sentences] ?? say.other
  }
}

/** What will appear here, and what to do to get it. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  )
}

/** Trying again helps against neither: what is not there, and what one's role may not see. */
const isFinal = (error: unknown) =>
  error instanceof ApiError && (error.status === 403 || error.status === 404)

/** Something went wrong: what, and what to do now. */
export function Trouble({ error, retry }: { error: unknown; retry?: () => void }) {
  const say = useWords(words)
  const refusal = useRefusal()
  return (
    <div className="empty" role="alert">
      <p className="status worse">
        <Sign name="alert" />
        {refusal(error)}
      </p>
      {retry && !isFinal(error) ? <Button onClick={retry}>{say.again}</Button> : null}
    </div>
  )
}

type TroublePageProps = {
  error: unknown
  retry?: () => void
  /** A way out of here. */
  wayOut?: ReactNode
}

/** A page that could not be shown, with a heading like any other. */
export function TroublePage({ error, retry, wayOut }: TroublePageProps) {
  const say = useWords(words)
  const status = error instanceof ApiError ? error.status : null
  const refused = launchOfTab() ? say.notHere : say.notYours
  return (
    <Page title={status === 404 ? say.missing : status === 403 ? refused : say.broken}>
      <Trouble error={error} {...(retry ? { retry } : {})} />
      {wayOut}
    </Page>
  )
}

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f'] // as many as a page has room for above the fold of a phone

/**
 * Holds the place while a page's first data comes: at once to a screen reader, and after 0.3 s to the eye, so that what
 * is quick does not flicker. `late` when that long has passed already.
 */
export function Loading({ late = false }: { late?: boolean }) {
  const say = useWords(words)
  return (
    <div className={late ? 'loading late' : 'loading'} role="status">
      <p>{say.loading}</p>
      {ROWS.map((row) => (
        <span key={row} className="loading-row" />
      ))}
    </div>
  )
}
