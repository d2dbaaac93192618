import * as oidc from 'openid-client'
import { z } from 'zod'
import type { RecordSystem } from '../../core/feeds/record-system.ts'
import type { Deps } from '../deps.ts'
import { numberOf } from '../fhir/read-patient.ts'
import { patientShape } from '../fhir/shapes.ts'
import { Problem } from '../http/problem.ts'
import { ask, unfit } from './ask.ts'
import type { Asserted } from './begin.ts'
import { discoverer } from './discover.ts'
import type { BySmart } from './systems.ts'

/** What the browser remembers between leaving for the record system's sign-in and coming back. */
export type Trip = { iss: string; state: string; nonce: string; verifier: string }

const Resource = z.string().regex(/^[A-Za-z0-9.-]{1,64}$/)
const Practitioner = z.looseObject({
  resourceType: z.literal('Practitioner'),
  identifier: patientShape.shape.identifier,
})

/** SMART App Launch 2 as a client: code with PKCE, state and nonce; what the tokens say is read once, and they are not kept. */
export function createSmart({ config, now, log }: Pick<Deps, 'config' | 'now' | 'log'>) {
  const { discover, forget } = discoverer({ now })
  const redirectUri = `${config.STAFF_URL}/smart/callback`

  return {
    /** Where to go; `launch` is what the record system gave along, null for a launch that begins here. */
    async leave(system: BySmart, launch: string | null): Promise<{ url: string; trip: Trip }> {
      const { configuration, isSecond } = await discover(system.smart)
      const { iss } = system.smart
      const [state, nonce] = [oidc.randomState(), oidc.randomNonce()]
      const verifier = oidc.randomPKCECodeVerifier()
      const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: scopesOf(system, launch, isSecond),
        aud: iss,
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        ...(launch === null ? {} : { launch }),
      })
      return { url: url.href, trip: { iss, state, nonce, verifier } }
    },

    /** Who came back, about whom. 401 'cancelled' or 'failed', 403 'unknown_person', 502, 503. */
    async arrive(system: BySmart, search: string, trip: Trip): Promise<Asserted> {
      const { configuration } = await discover(system.smart)
      const back = new URL(`${redirectUri}${search}`)
      const tokens = await oidc
        .authorizationCodeGrant(configuration, back, {
          expectedState: trip.state,
          expectedNonce: trip.nonce,
          pkceCodeVerifier: trip.verifier,
          idTokenExpected: true,
        })
        .catch((error: unknown) => {
          forget(system.smart) // keys and addresses may have changed
          throw refusal(error, log)
        })
      const staffNumber = await staffNumberOf(system, tokens.claims()?.fhirUser, tokens.access_token)
      return {
        staffNumber,
        patient: await patientOf(system, tokens.patient, tokens.access_token),
        onceKey: null,
      }
    },
  }
}

const scopesOf = ({ staffSystem }: RecordSystem, launch: string | null, isSecond: boolean) => {
  const reading = isSecond ? 'rs' : 'read'
  const people = staffSystem === undefined ? [] : [`user/Practitioner.${reading}`]
  return [launch === null ? 'launch/patient' : 'launch', 'openid', 'fhirUser', `patient/Patient.${reading}`]
    .concat(people)
    .join(' ')
}

/** Only a Practitioner of this very server is a colleague. */
async function staffNumberOf(
  { smart, staffSystem }: BySmart,
  fhirUser: unknown,
  token: string,
): Promise<string> {
  const base = `${smart.iss}/Practitioner/`
  const url = typeof fhirUser === 'string' ? (URL.parse(fhirUser, `${smart.iss}/`)?.href ?? '') : ''
  const id = Resource.safeParse(url.slice(base.length))
  if (!url.startsWith(base) || !id.success) throw notAColleague()
  if (staffSystem === undefined) return id.data
  const read = Practitioner.safeParse(await ask(url, token))
  if (!read.success) throw unfit()
  const number = read.data.identifier.find(
    ({ system, use }) => system === staffSystem && use !== 'old',
  )?.value
  if (!number) throw notAColleague()
  return number
}

const notAColleague = () =>
  new Problem(403, 'unknown_person', 'The record system does not say which colleague this is')

/** The number by which appointments and files know the patient too: it is chosen in the same way. */
async function patientOf({ smart }: BySmart, patient: unknown, token: string): Promise<Asserted['patient']> {
  const id = Resource.safeParse(patient)
  if (!id.success) throw new Problem(404, 'no_patient', 'The record system says no patient')
  const read = patientShape.safeParse(await ask(`${smart.iss}/Patient/${id.data}`, token))
  if (!read.success) throw unfit()
  const { number, authority } = numberOf(read.data.identifier)
  if (!number) throw new Problem(404, 'unknown_patient', 'The record system gives this patient no number')
  return { number, authority }
}

function refusal(error: unknown, log: Deps['log']): Problem {
  const { error: reason, code } = error as { error?: string; code?: string }
  if (reason === 'access_denied') return new Problem(401, 'cancelled', 'Nobody signed in')
  log.warn({ reason, code }, 'a launch from a record system failed')
  if (code === 'OAUTH_TIMEOUT' || error instanceof TypeError)
    return new Problem(503, 'system_unreachable', 'The record system cannot be reached')
  return new Problem(401, 'failed', 'The record system’s sign-in cannot be trusted')
}
