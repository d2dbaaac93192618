import { keep, recall } from './kept.ts'

// A record system opens a page here for one patient. The tab or frame that it opened names that launch with every
// request, so that it is never answered by who else is signed in in this browser.

const NAME = 'launch'

let launch = recall('sessionStorage', NAME)

/** The launch that opened this tab; null in a tab that somebody opened here themselves. */
export const launchOfTab = (): string | null => launch

export function enterLaunch(id: string | null): void {
  launch = id
  keep('sessionStorage', NAME, id)
}

export const launchHeader = (): Record<string, string> => (launch === null ? {} : { 'x-launch': launch })
