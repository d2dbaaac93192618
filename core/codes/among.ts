import { systemOf } from './systems.ts'

/** Codes as a sender and a definition write them: the system may be a name of FHIR, of HL7v2, or our own short one. */
export type Code = { system?: string | undefined; code: string }

/** Classifications whose codes have their own kinds below them; of the others a longer code is another thing. */
const TREES = ['icd-10', 'icpc-1', 'atc']

/** Whether what a sender says is one of these. A code of which no system is told is read in any. */
export const isAmongCodes = (
  list: readonly { system: string; code: string }[],
  { system, code }: Code,
): boolean =>
  list.some((one) => {
    if (system !== undefined && systemOf(system) !== systemOf(one.system)) return false
    return TREES.includes(systemOf(one.system)) ? plain(code).startsWith(plain(one.code)) : code === one.code
  })

/** 'M16.1' and 'M161' are one: HL7v2 often leaves the point out. */
const plain = (code: string) => code.replaceAll('.', '').toUpperCase()
