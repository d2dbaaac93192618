import type { Config } from '../config.ts'

const byRequest = new WeakMap<Request, string>()

/** The server tells here which socket a request came from: a Request itself does not know. */
export const rememberAddress = (request: Request, address: string | undefined) => {
  if (address) byRequest.set(request, address)
}

/** The caller's network address: the socket's, or the last one a trusted proxy added. */
export const callerAddress =
  ({ TRUST_PROXY }: Pick<Config, 'TRUST_PROXY'>) =>
  (request: Request): string | null => {
    const forwarded = TRUST_PROXY
      ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
      : undefined
    return forwarded ?? byRequest.get(request) ?? null
  }
