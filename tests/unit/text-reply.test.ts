import { expect, it } from 'vitest'
import { endsTexts } from '../../core/mail/text-reply.ts'

it.each(['STOP', ' stop.', 'Stop!\n', '"STOP"', 'Abmelden', 'İPTAL', 'إيقاف', 'afmelden'])(
  'ends by %j',
  (reply) => {
    expect(endsTexts(reply)).toBe(true)
  },
)

it.each(['', 'Stopcontact', 'Ik wil stoppen met roken', 'stop, ik heb een vraag', 'ja', '👍'])(
  'reads %j as something else',
  (reply) => {
    expect(endsTexts(reply)).toBe(false)
  },
)
