type Fetch = (url: string, init: RequestInit) => Promise<Response> | Response

/**
 * A browser without a screen: keeps cookies per host, follows redirects. `hosts` maps an origin to whoever answers
 * there; what is not in it goes over the network.
 */
export function openBrowsing(hosts: Record<string, Fetch>) {
  const jars = new Map<string, Map<string, string>>()
  const jarOf = (origin: string) => {
    const jar = jars.get(origin) ?? new Map<string, string>()
    jars.set(origin, jar)
    return jar
  }
  const once = async (url: URL, init: RequestInit) => {
    const jar = jarOf(url.origin)
    const headers = new Headers(init.headers)
    if (jar.size > 0) headers.set('cookie', [...jar].map((pair) => pair.join('=')).join('; '))
    const answer = await (hosts[url.origin] ?? fetch)(url.href, { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const name = pair.slice(0, pair.indexOf('='))
      if (/max-age=0/i.test(line)) jar.delete(name)
      else jar.set(name, pair.slice(pair.indexOf('=') + 1))
    }
    return answer
  }
  const go = async (address: string, init: RequestInit = {}) => {
    let url = new URL(address)
    let answer = await once(url, init)
    for (let hop = 0; hop < 10 && answer.headers.has('location'); hop++) {
      url = new URL(answer.headers.get('location') ?? '', url)
      answer = await once(url, {})
    }
    return { status: answer.status, url: url.href, text: await answer.text(), headers: answer.headers }
  }
  return {
    go,
    /** One step, without following where it leads. */
    step: (address: string) => once(new URL(address), {}),
    post: (address: string, fields: Record<string, string> = {}) =>
      go(address, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(address).origin },
        body: new URLSearchParams(fields),
      }),
    cookies: (origin: string) => jarOf(origin),
  }
}
