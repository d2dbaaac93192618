import type { Printed } from '../../core/words/printed.ts'
import type { PatientLanguage } from '../../core/words.ts'
import type { Config } from '../config.ts'

const words: Record<PatientLanguage, string> = {
  nl: 'Voorbeeld: alle mensen en cijfers zijn verzonnen',
  en: 'Example: all people and figures are invented',
  de: 'Beispiel: alle Menschen und Zahlen sind erfunden',
  tr: 'Örnek: tüm kişiler ve sayılar uydurmadır',
  ar: 'مثال: جميع الأشخاص والأرقام خيالية',
}

/** In a demo each sheet says at its foot that it is one. */
export const inDemo = ({ DEMO }: Pick<Config, 'DEMO'>, printed: Printed): Printed =>
  DEMO ? { ...printed, foot: [words[printed.language], printed.foot].filter(Boolean).join(' · ') } : printed
