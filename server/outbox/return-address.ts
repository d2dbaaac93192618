import { keyedHash } from '../db/seal.ts'

// Each mail has a return address of its own (VERP), so that what comes back is known to be about this mail, whatever
// the server that sends it back writes. Signed: nobody makes a mail bounce that they never saw. In small letters and
// digits only, because some servers fold the case.

const signatureOf = (secret: string, part: string) =>
  Buffer.from(keyedHash(secret, 'return-address', part), 'base64url')
    .toString('hex')
    .slice(0, 16)

/** 'bounce+01k…-3f9a…@mail.example.nl', for the mailbox 'bounce@mail.example.nl'. */
export function returnAddress(secret: string, messageId: string, mailbox: string): string {
  const [name, host] = mailbox.split('@')
  const part = messageId.replace(/^msg_/, '')
  return `${name}+${part}-${signatureOf(secret, part)}@${host}`
}

/** The message that a return address was made for, or null. */
export function messageReturnedTo(secret: string, address: string): string | null {
  const [, part, signature] =
    /\+([0-9a-z]{26})-([0-9a-f]{16})@/.exec(address.slice(0, 320).toLowerCase()) ?? []
  return part && signature === signatureOf(secret, part) ? `msg_${part}` : null
}
