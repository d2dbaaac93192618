import type { Language } from '../../core/words.ts'

/** The language of the terminal: Dutch where its settings begin with nl, English everywhere else. */
export function terminalLanguage(env: NodeJS.ProcessEnv): Language {
  const setting = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return setting.toLowerCase().startsWith('nl') ? 'nl' : 'en'
}
