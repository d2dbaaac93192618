import type { Texts } from './offered.ts'
import { type Beside, type Extension, urls } from './shape.ts'

/** A text of FHIR in all its languages: the resource's own, and those that stand beside it as translations. */
export function textsIn(text: string | undefined, beside: Beside, language: string): Texts {
  const translated = (beside?.extension ?? []).flatMap(translationIn)
  return { ...(text?.trim() ? { [language]: text } : {}), ...Object.fromEntries(translated) }
}

function translationIn({ url, extension = [] }: Extension): [string, string][] {
  const part = (name: string) => extension.find((one) => one.url === name)
  const [tag, content] = [part('lang')?.valueCode, part('content')]
  const words = content?.valueString ?? content?.valueMarkdown
  return url === urls.translation && tag && words ? [[tag, words]] : []
}

/** The same the other way: a field with the resource's language, and beside it the others. */
export function fhirText<Name extends string>(name: Name, texts: Texts | undefined, language: string) {
  const own = texts?.[language]
  const others = Object.entries(texts ?? {}).filter(([tag]) => tag !== language)
  return {
    ...(own === undefined ? {} : { [name]: own }),
    ...(others.length > 0 ? { [`_${name}`]: { extension: others.map(translation) } } : {}),
  } as { [key in Name]?: string } & { [key in `_${Name}`]?: Beside }
}

const translation = ([tag, words]: [string, string]): Extension => ({
  url: urls.translation,
  extension: [
    { url: 'lang', valueCode: tag },
    { url: 'content', valueString: words },
  ],
})
