const PASSWORD = 'een lange zin die niemand raadt'

type Own = { path: string; body?: unknown }

/** What every member of staff may do with their own account; there is nobody else's to name. */
export const ownRoutes: Record<string, Own> = {
  'GET /api/me': { path: '/api/me' },
  'PUT /api/account/language': { path: '/api/account/language', body: { language: 'en' } },
  'PUT /api/account/clinic-mail': { path: '/api/account/clinic-mail', body: { clinicMail: false } },
  'PUT /api/account/password': {
    path: '/api/account/password',
    body: { current: PASSWORD, password: `${PASSWORD} ook niet` },
  },
  'POST /api/account/second-factor/offer': { path: '/api/account/second-factor/offer', body: {} },
  'PUT /api/account/second-factor': {
    path: '/api/account/second-factor',
    body: { current: PASSWORD, code: '123456' },
  },
}

/** What a patient does behind their link or their own sign-in, and what a stranger gets instead. */
export const patientRoutes: Record<string, { path: string; stranger: number }> = {
  'GET /v': { path: '/v', stranger: 200 },
  'GET /v/questions': { path: '/v/questions', stranger: 303 },
  'POST /v/questions': { path: '/v/questions', stranger: 303 },
  'GET /v/finish': { path: '/v/finish', stranger: 303 },
  'POST /v/finish': { path: '/v/finish', stranger: 303 },
  'GET /v/sent': { path: '/v/sent', stranger: 303 },
  'POST /v/birth-date': { path: '/v/birth-date', stranger: 200 },
  'POST /v/new-link': { path: '/v/new-link', stranger: 200 },
  'POST /v/respondent': { path: '/v/respondent', stranger: 200 },
  'POST /v/remind': { path: '/v/remind', stranger: 200 },
  'GET /v/decline': { path: '/v/decline', stranger: 200 },
  'POST /v/decline': { path: '/v/decline', stranger: 200 },
  'GET /v/opt-out': { path: '/v/opt-out', stranger: 200 },
  'POST /v/opt-out': { path: '/v/opt-out', stranger: 200 },
  'POST /v/family': { path: '/v/family', stranger: 200 },
  'POST /v/give-back': { path: '/v/give-back', stranger: 200 },
  'GET /api/patient/task': { path: '/api/patient/task', stranger: 401 },
  'PUT /api/patient/answers': { path: '/api/patient/answers', stranger: 401 },
  'POST /api/patient/submit': { path: '/api/patient/submit', stranger: 401 },
  'GET /mijn': { path: '/mijn', stranger: 200 },
  'GET /mijn/results': { path: '/mijn/results', stranger: 200 },
  'GET /mijn/results.pdf': { path: '/mijn/results.pdf', stranger: 200 },
  'GET /mijn/options': { path: '/mijn/options', stranger: 200 },
  'GET /mijn/options.pdf': { path: '/mijn/options.pdf', stranger: 200 },
  'GET /mijn/looked': { path: '/mijn/looked', stranger: 200 },
  'GET /mijn/appointments/:file{[a-z]+_[0-9a-z]+\\.ics}': {
    path: '/mijn/appointments/apt_1.ics',
    stranger: 200,
  },
  'GET /mijn/preferences': { path: '/mijn/preferences', stranger: 200 },
  'POST /mijn/preferences/language': { path: '/mijn/preferences/language', stranger: 303 },
  'POST /mijn/preferences/objection': { path: '/mijn/preferences/objection', stranger: 303 },
  'POST /mijn/preferences/mail': { path: '/mijn/preferences/mail', stranger: 303 },
  'POST /mijn/new-link': { path: '/mijn/new-link', stranger: 303 },
  'POST /mijn/preferences/request': { path: '/mijn/preferences/request', stranger: 303 },
}

/** What anybody may ask, and why. */
export const openRoutes: Record<string, string> = {
  'GET /healthz': 'says that the program runs, and nothing else',
  'GET /readyz': 'for a load balancer: the names of failing parts',
  'GET /fhir/metadata': 'what our end of FHIR can do: the same for everybody',
  'GET /assets/*': 'scripts, styles and letters of the pages',
  'GET /': 'leads to the page of staff',
  'GET /staff/*': 'a page without data: it asks the API',
  'GET /uitkomsten': 'what leads and boards approved for everybody',
  'GET /uitkomsten/:teamId': 'the same, of one team',
  'GET /uitkomsten/:teamId/data.csv': 'the same, as a file',
  'GET /uitkomsten/:teamId/codebook.csv': 'what stands in that file',
  'GET /ronde/:token': 'the questions of a round, for whoever holds a link that nobody used yet',
  'POST /ronde/:token': 'the same: one answer for each link',
  'GET /mijn/sign-in': 'where patients begin to sign in',
  'GET /mijn/callback': 'where they come back; the identity provider’s proof is what counts',
  'GET /mijn/choose': 'whose record; only among those that the provider’s proof opened',
  'POST /mijn/choose': 'the same',
  'POST /mijn/sign-out': 'ends a session, if any',
  'POST /mijn/look': 'language and size of letters of this browser',
  'ALL /mijn/*': 'a page that says that there is no such page',
  'POST /v/look': 'language and size of letters of this browser',
  'GET /v/:token': 'the same page for every token',
  'OPTIONS /v/:token': 'for scanners of mail; says nothing about the token',
  'POST /v': 'the token of a mail is the right',
  'POST /v/:token': 'the token of a mail is the right',
  'POST /v/:token/open': 'the token of a mail is the right',
  'POST /v/:token/new-link': 'mails the known address, whatever the answer says',
  'GET /code': 'the same page for everybody',
  'POST /code': 'the code of a letter is the right, and the birth date after it',
  'GET /u/:token': 'the same page for every token',
  'POST /u/:token': 'the token of a mail is the right, and ends mail only',
  'POST /api/auth/sign-in/email': 'the first step of signing in',
  'POST /api/auth/two-factor/verify-totp': 'the second step, for who did the first',
  'POST /api/auth/two-factor/verify-backup-code': 'the second step, for who did the first',
  'POST /api/auth/sign-out': 'ends a session, if any',
  'POST /api/links/look': 'a one-time token is the right',
  'POST /api/links/first-administrator': 'a one-time token is the right',
  'POST /api/links/invitation': 'a one-time token is the right',
  'POST /api/links/second-factor': 'a one-time token is the right',
  'POST /api/links/password': 'a one-time token is the right',
  'POST /api/links/forgot': 'mails the known address, whatever the answer says',
  'GET /api/demo/accounts': 'of a demo only: whom a visitor can be',
  'GET /demo/inbox': 'of a demo only: mail to invented people',
  'GET /demo/inbox/:id': 'of a demo only: mail to invented people',
  'ALL /demo/identity/*': 'of a demo only: stands in for the identity provider',
}

/** What another site may send: whoever posts here shows a token that only a mail holds (RFC 8058). */
export const fromAnywhere = ['POST /u/:token']
