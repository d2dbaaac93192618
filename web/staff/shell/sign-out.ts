/** Ends the session here and on the server; the page is loaded afresh, so that nothing of it stays in memory. */
export async function signOut() {
  await fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).finally(() => location.assign('/staff/'))
}
