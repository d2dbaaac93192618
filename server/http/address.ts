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

/**
 * What one caller can hold of addresses: one of IPv4, a /64 of IPv6. Other text stays as it is. Some proxies write the
 * port behind it, which is another one for each connection.
 */
export function networkOf(given: string): string {
  const address =
    /^\[([^\]]*)\](?::\d+)?$/.exec(given)?.[1] ?? given.replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const groups = (part: string) => part.split(':').filter(Boolean)
  const [first, last] = [groups(head), groups(tail ?? '')]
  const noughts = tail === undefined ? 0 : Math.max(0, 8 - first.length - last.length)
  const all = [...first, ...Array.from({ length: noughts }, () => '0'), ...last]
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
