/** What a mail is about. The first two are made by the planner, the others by an act. */
export type MessageKind =
  | 'invitation'
  | 'reminder'
  | 'wanted-reminder'
  | 'new-link'
  | 'sent-link'
  | 'new-address'
  | 'agreement'
  | 'elsewhere'
  | 'thanks'
  | 'proxy-ended'
  | 'staff-link'
  | 'alert'
  | 'clinic-eve'
  | 'emergency'
  | 'record-number'
  | 'meeting'
  | 'actions-due'
  | 'test'

/** Mail somebody is waiting for: it goes at any hour. Everything else keeps to the organisation's sending hours. */
export const atAnyHour = [
  'new-link',
  'sent-link',
  'elsewhere',
  'staff-link',
  'alert',
  'emergency',
  'record-number',
  'test',
] as const satisfies readonly MessageKind[]

/** Mail that asks for answers and so carries a link to them. */
export const asking = [
  'invitation',
  'reminder',
  'wanted-reminder',
  'new-link',
  'sent-link',
  'new-address',
] as const satisfies readonly MessageKind[]

/** Mail that is about whatever is open when it goes, not about what was open when it was written. */
export const aboutAllOpen = ['new-link', 'sent-link', 'new-address'] as const satisfies readonly MessageKind[]
