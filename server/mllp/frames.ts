// MLLP, the minimal lower layer protocol: <VT> message <FS><CR>. TCP cuts the stream where it likes.

const VT = 0x0b
const FS = 0x1c
const CR = 0x0d
const LF = 0x0a

/** What came is not MLLP, or more than a message may be: nothing on this connection can be understood any more. */
export type Broken = 'not-mllp' | 'too-large'

/** Cuts a stream into messages of at most so many bytes. Once it is broken it stays so. */
export function openFrames(mostBytes: number) {
  let rest: Buffer = Buffer.alloc(0)
  let broken: Broken | null = null
  return {
    /** The messages that are whole with these bytes, and what is wrong, if anything. */
    take(bytes: Buffer): { messages: Buffer[]; broken: Broken | null } {
      const messages: Buffer[] = []
      rest = withoutLineEnds(Buffer.concat([rest, bytes])) // or line ends for ever would be kept for ever
      for (let next = nextFrame(rest, mostBytes); !broken; next = nextFrame(rest, mostBytes)) {
        if (typeof next === 'string') broken = next
        if (next === null || typeof next === 'string') break
        messages.push(next.message)
        rest = next.rest
      }
      if (broken) rest = Buffer.alloc(0)
      return { messages, broken }
    },
    /** Whether a message has begun that is not whole. */
    isOpen: () => withoutLineEnds(rest).length > 0,
  }
}

/** The first message and what comes after it; null where it is not whole yet. */
function nextFrame(given: Buffer, mostBytes: number): { message: Buffer; rest: Buffer } | Broken | null {
  const bytes = withoutLineEnds(given)
  if (bytes.length === 0) return null
  if (bytes[0] !== VT) return 'not-mllp'
  const end = bytes.indexOf(FS)
  if ((end < 0 ? bytes.length : end) > mostBytes) return 'too-large'
  if (end < 0 || end + 1 === bytes.length) return null
  if (bytes[end + 1] !== CR) return 'not-mllp'
  return { message: bytes.subarray(1, end), rest: bytes.subarray(end + 2) }
}

/** Some senders end a frame with a line of their own. */
function withoutLineEnds(bytes: Buffer): Buffer {
  const start = bytes.findIndex((byte) => byte !== CR && byte !== LF)
  return start < 0 ? Buffer.alloc(0) : bytes.subarray(start)
}

export const framed = (message: string): Buffer =>
  Buffer.concat([Buffer.from([VT]), Buffer.from(message, 'utf8'), Buffer.from([FS, CR])])
