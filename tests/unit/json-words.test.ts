import { expect, test } from 'vitest'
import { readDefinitionText } from '../../core/definitions/definition-text.ts'

/** What somebody reads of a text that is no JSON, and at which line. */
function told(text: string) {
  const read = readDefinitionText(text)
  const [fault] = 'faults' in read ? read.faults : []
  return [fault?.line, fault?.message.nl]
}

test.each([
  ['{\n "a": 1,\n}', 3, 'een naam tussen dubbele aanhalingstekens'],
  ['{\n "a" 1}', 2, 'een dubbele punt'],
  ['[1\n 2]', 2, 'ontbreekt een komma'],
  ['{"a":\n [1,2', 2, 'houdt te vroeg op'],
  ['{"a":', 1, 'houdt te vroeg op'],
  ['{"a": "x\ny"}', 1, 'een nieuwe regel of een tab'],
  ['{"a": "\\q"}', 1, 'achter een \\ hoort'],
  ['{"a": 1}\nx', 2, 'na het einde staat nog iets'],
  ['{"a": tru }', null, 'een teken dat hier niet hoort'],
])('%j is no JSON, and that is said in Dutch with its line', (text, line, words) => {
  const [at, message] = told(text)
  expect(message).toMatch(/^dit is geen JSON: /)
  expect(message).toContain(words)
  expect(message).not.toMatch(/JSON at position|Expected|Unexpected/)
  expect(at).toBe(line)
})
