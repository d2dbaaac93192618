/** What a patient can ask of the hospital about their own data and how they are reached; a person answers it. */
export const requestKinds = ['correction', 'deletion', 'objection', 'reach', 'proxy', 'other'] as const
export type RequestKind = (typeof requestKinds)[number]

export const requestKind = (text: unknown): RequestKind | null =>
  requestKinds.find((kind) => kind === text) ?? null

export const MOST_REQUEST_TEXT = 2000
