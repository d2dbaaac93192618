import type { EveTally } from '../../core/mail/clinic-eve.ts'
import type { Language } from '../../core/words.ts'
import type { Seal } from '../db/seal.ts'

/** What a link for staff is for. */
export type StaffLinkKind = 'first-administrator' | 'invitation' | 'password' | 'second-factor'

/** What a mail about an alert says; the last two are for administrators, who do not see whom it is about. */
export type AlertMail = 'alert' | 'alert-waits' | 'alert-to-nobody' | 'alert-unanswered'

/** About meetings: that somebody is asked to one, or what they have to do because of them. */
export type MeetingNote = { kind: 'meeting' } | { kind: 'todo'; open: number; late: number }

/** What a mail to staff says; mail to patients is made from their assessments when it goes. */
export type StaffContent = {
  language: Language
  link: string
  purpose?: StaffLinkKind
  /** Of an invitation: whom it is for, and which colleague sent it. */
  invited?: { name: string; by: string }
  /** Of an alert: that it waits too long, that its team is empty, or that nobody there answered it. */
  about?: AlertMail
  /** Of a number in the record system: which, and which colleague wrote it down. */
  numbered?: { number: string; by: string }
  /** Of the eve of a clinic: its day, an ISO date, and what it brings. */
  eve?: EveTally & { day: string }
  note?: MeetingNote
}

const contentPlace = (messageId: string) => `message-content:${messageId}`
const addressPlace = (messageId: string) => `message-address:${messageId}`

/** A staff mail's address and content as they are stored: sealed, and bound to this message. */
export const sealStaffMail = (seal: Seal, messageId: string, to: string, content: StaffContent) => ({
  address: seal.close(to, addressPlace(messageId)),
  content: seal.close(JSON.stringify(content), contentPlace(messageId)),
})

export const openAddress = (seal: Seal, messageId: string, sealed: string): string =>
  seal.open(sealed, addressPlace(messageId))

export const openContent = (seal: Seal, messageId: string, sealed: string): StaffContent =>
  JSON.parse(seal.open(sealed, contentPlace(messageId))) as StaffContent
