// What a stranger must not be able to tell from what we write, print or say aloud: body, illness, treatment, specialty,
// instrument, dossier. Beginnings of words.
const FORBIDDEN = `
  knie heup borst lichaam pijn kanker artrose operatie behandel patiënt ziek gezond zorg klacht arts dokter medisch
  medicijn dossier diagnose vragenlijst uitkomst score angst somber moe therapie polikliniek chirurg
  knee hip breast body pain cancer arthr surg treat patient ill health care complaint doctor medic record diagnos
  questionnaire outcome anxi depress fatigue therap clinic symptom
  schmerz körper krank gesund behandlung knie hüfte brust krebs arzt pflege beschwerde
  ağrı vücut hasta sağlık tedavi diz kalça göğüs kanser doktor bakım şikâyet
  ألم جسم مرض مريض صحة علاج ركبة ورك ثدي سرطان طبيب رعاية عيادة مستشفى`
  .trim()
  .split(/\s+/)
const ALLOWED = /\b(moet|will|still)\b/gi // begin with, or hold, letters of the list and say nothing

/** The words in a text that tell what somebody's care is about, as they stand in the list. */
export function healthWordsIn(text: string): string[] {
  const said = text.replace(ALLOWED, '').toLowerCase()
  return [...new Set(FORBIDDEN)].filter((word) => new RegExp(`(?<![a-zë])${word}`, 'u').test(said))
}
