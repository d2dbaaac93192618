import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { licenceProblems } from '../../core/definitions/licence-problems.ts'
import type { Instrument } from '../../core/instruments/instrument.ts'
import { LanguageProvider } from '../../web/kit/words.tsx'
import { isAtField, LicenceFields } from '../../web/staff/definitions/version/wording/licence.tsx'
import { instrument } from '../support/definitions.ts'

const own = instrument('hip-knee')
const bare: Instrument = {
  ...own,
  kind: 'published',
  licence: { ...own.licence, class: 'C', owner: 'Somebody', electronicAllowed: false, languages: ['nl'] },
}
const faults = licenceProblems(bare).map(({ path, message }) => ({
  file: '',
  at: path.join('.'),
  where: null,
  line: null,
  message,
}))

it('what is wrong with a licence is told at its field, and the rest below', () => {
  const markup = renderToStaticMarkup(
    <LanguageProvider first="en">
      <LicenceFields licence={bare.licence} faults={faults} />
    </LanguageProvider>,
  )
  const wrong = [...markup.matchAll(/<input[^>]*aria-invalid="true"[^>]*>/g)].map(
    ([input]) => /name="([^"]*)"/.exec(input)?.[1],
  )
  expect(wrong).toEqual(['agreementId', 'attribution-nl', 'attribution-en', 'electronicAllowed'])
  expect(markup).toContain('Write the number or date of your agreement with the owner.')
  expect(new Set(faults.filter((fault) => !isAtField(fault)).map(({ at }) => at))).toEqual(
    new Set(['licence.languages']),
  )
})
