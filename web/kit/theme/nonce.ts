/** The nonce that the server put into this answer, so that widgets may add their `<style>` under our policy. */
export function readNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? ''
}
