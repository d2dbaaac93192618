/**
 * The words by which people end text messages, folded to letters alone: of the five languages that we write in, and
 * those that gateways know. They count only as all that was sent: "stop, I have a question" is a question.
 */
const ENDS = new Set(
  `stop stoppen afmelden uit unsubscribe end quit cancel stopp abmelden ende dur durdur iptal
   توقف إيقاف ايقاف قف الغاء إلغاء`.split(/\s+/),
)

/** Whether a reply to a text message asks for no more of them. */
export const endsTexts = (reply: string): boolean =>
  ENDS.has(
    reply
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}]/gu, ''),
  )
