import type { Deps } from '../deps.ts'
import { startExperiment } from '../messages/experiments.ts'
import { saveMailText } from '../messages/mail-texts.ts'
import { dataManagersIn } from './people.ts'

const REMINDER = {
  subject: 'Uw antwoorden helpen bij uw gesprek ({organisatie})',
  opening: 'Een tijdje geleden stuurden wij u vragen. U kunt ze nog beantwoorden, in uw eigen tempo.',
}
const SHORTER = {
  subject: 'Vertel vooraf hoe het met u gaat',
  opening:
    'Binnenkort spreken wij u. Vertel vooraf hoe het gaat, dan is er meer tijd voor wat u belangrijk vindt.',
}

/** The data manager of the first hospital reminds in words of their own, and tries another invitation. */
export async function writeTexts(deps: Deps): Promise<void> {
  const [ctx] = await dataManagersIn(deps)
  if (!ctx) return
  await saveMailText(deps, ctx, { kind: 'reminder', language: 'nl' }, REMINDER)
  await startExperiment(deps, ctx, {
    name: 'Korter, en over het gesprek',
    outcomeSet: 'hip-knee-osteoarthritis',
    arms: { language: 'nl', a: { text: null, at: null }, b: { text: SHORTER, at: null } },
  })
}
