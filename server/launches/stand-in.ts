import { randomUUID } from 'node:crypto'
import { and, asc, eq, gte, isNotNull } from 'drizzle-orm'
import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import { SignJWT } from 'jose'
import { appointments } from '../db/schema/care.ts'
import { patientNumbers, patients } from '../db/schema/patients.ts'
import { staff } from '../db/schema/staff.ts'
import type { Deps } from '../deps.ts'
import { bodyWithin } from '../http/body-within.ts'
import { formOf } from '../http/form-of.ts'
import { sameOrigin } from '../http/guards.ts'
import { Problem } from '../http/problem.ts'
import { withHeaders } from '../http/security-headers.ts'
import { authorityOf } from '../patients/store.ts'
import { doorPage, languageOf, launchHeaders, refusalPage } from './pages.ts'
import { standInIssuer, standInSecret } from './systems.ts'
import { words } from './words.ts'

const SHOWN = 6
const LINK_SECONDS = 60
const BODY = 4 * 1024

/** Of a demo only: a page that stands in for a record system, with a few patients who come soon. */
export function standInRecordRoutes(deps: Deps) {
  const routes = new Hono<{ Variables: { requestId: string } }>().onError((error, c) =>
    refusalPage(c, deps, error),
  )
  const { DEMO, PUBLIC_URL, STAFF_URL } = deps.config
  if (!DEMO) return routes
  return routes
    .use(withHeaders(launchHeaders(deps.config)), bodyWithin(BODY))
    .use(sameOrigin([PUBLIC_URL, STAFF_URL], { forms: true }))
    .get('/', async (c) => c.html(listPage(c, deps, await coming(deps))))
    .post('/', async (c) => {
      const { patient } = await formOf(c)
      const row = (await coming(deps)).find(({ patientId }) => patientId === patient)
      if (!row) throw new Problem(404, 'no_patient', 'Choose one of the patients of the page')
      return c.redirect(`/launch?${new URLSearchParams({ token: await signedLink(deps, row) })}`, 303)
    })
}

type Coming = Awaited<ReturnType<typeof coming>>[number]

/** The next patients of whichever clinician has the first of them. */
async function coming({ db, now }: Deps) {
  const rows = await db
    .select({
      patientId: patients.id,
      given: patients.givenName,
      family: patients.familyName,
      birthDate: patients.birthDate,
      number: patientNumbers.number,
      authority: patientNumbers.authority,
      organisationId: appointments.organisationId,
      clinician: staff.name,
      recordNumber: staff.recordNumber,
    })
    .from(appointments)
    .innerJoin(staff, eq(staff.id, appointments.clinicianId))
    .innerJoin(patients, eq(patients.id, appointments.patientId))
    .innerJoin(patientNumbers, eq(patientNumbers.patientId, patients.id))
    .where(
      and(
        eq(appointments.status, 'booked'),
        gte(appointments.startsAt, now().toISOString().slice(0, 10)),
        isNotNull(staff.recordNumber),
      ),
    )
    .orderBy(asc(appointments.startsAt))
    .limit(SHOWN * 10)
  const ofFirst = rows.filter(
    ({ clinician, authority, organisationId }) =>
      clinician === rows[0]?.clinician && authority === authorityOf(organisationId),
  )
  return [...new Map(ofFirst.map((row) => [row.patientId, row])).values()].slice(0, SHOWN)
}

/** As `docs/record-systems.md` asks it of a record system. */
function signedLink({ config, secret, now }: Deps, row: Coming): Promise<string> {
  const seconds = Math.floor(now().getTime() / 1000)
  return new SignJWT({ patient: row.number })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(standInIssuer(row.organisationId))
    .setAudience(config.STAFF_URL)
    .setSubject(row.recordNumber ?? '')
    .setJti(randomUUID())
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + LINK_SECONDS)
    .sign(new TextEncoder().encode(standInSecret(secret)))
}

function listPage(c: Context, { config }: Deps, rows: readonly Coming[]) {
  const language = languageOf(c)
  const say = words[language]
  const [first] = rows
  const body = first
    ? html`<p class="lead">${say.recordAbout(first.clinician)}</p>
<ul class="rows">${rows.map(
        ({
          patientId,
          given,
          family,
          birthDate,
        }) => html`<li><form method="post" target="_blank" rel="noopener">
<input type="hidden" name="patient" value="${patientId}">
<button class="row" type="submit"><span>${say.open(`${given} ${family}`)}<br><span class="small quiet">${birthDate}</span></span></button>
</form></li>`,
      )}</ul>`
    : html`<p class="lead">${say.nobody}</p>`
  return doorPage(language, config, say.record, body)
}
