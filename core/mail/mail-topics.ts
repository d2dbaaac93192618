/** Kinds of mail that a patient may do without while the rest goes on, as they are sent. */
export const mailTopics = ['reminder', 'thanks', 'agreement'] as const
export type MailTopic = (typeof mailTopics)[number]

/** Whether somebody said that they do without this kind. What they asked for themselves is none of these. */
export const isDoneWithout = (mailOff: readonly string[], kind: string): boolean =>
  mailTopics.some((topic) => topic === kind) && mailOff.includes(kind)
