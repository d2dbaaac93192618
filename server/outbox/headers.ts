import { keyedHash } from '../db/seal.ts'

/**
 * The Message-ID of a message: the same however often it is tried, so that a mail program shows what was delivered
 * twice once. It says nothing about the message to who lacks the key.
 */
export const messageIdOf = (secret: string, messageId: string, host: string): string =>
  `<${keyedHash(secret, 'message-id', messageId).slice(0, 32)}@${host}>`

/** The host behind the @ of the sender: 'Uitkomst <noreply@uitkomst.example.nl>'. */
export const senderHost = (from: string): string => from.match(/@([a-z0-9.-]+)/i)?.[1] ?? 'localhost'

/** Out-of-office replies to a machine help nobody. */
export const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' }

/** One-click unsubscription (RFC 8058): the mail program posts to the link itself. */
export const unsubscribing = (link: string, mailto: string | undefined) => ({
  'List-Unsubscribe': [`<${link}>`, ...(mailto ? [`<mailto:${mailto}?subject=unsubscribe>`] : [])].join(', '),
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})
