/** What a patient can ask of the hospital about their own data and how they are reached; a person answers it. */
const requestKinds = ['correction', 'deletion', 'objection', 'reach', 'proxy', 'other'] as const
export type RequestKind = (typeof requestKinds)[number]

/** An objection is no question any more: it holds as soon as it is made. Those that were asked before are still read. */
export const offeredKinds = requestKinds.filter((kind) => kind !== 'objection')

export const requestKind = (text: unknown): RequestKind | null =>
  requestKinds.find((kind) => kind === text) ?? null

export const MOST_REQUEST_TEXT = 2000
