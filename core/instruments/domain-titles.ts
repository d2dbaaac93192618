import type { Localised } from '../words.ts'
import type { Domain } from './scale.ts'

/** What a domain is called where a set says nothing else. */
export const domainTitles: Record<Domain, Localised> = {
  pain: { nl: 'Pijn', en: 'Pain' },
  fatigue: { nl: 'Moeheid', en: 'Tiredness' },
  'physical-function': { nl: 'Bewegen', en: 'Physical function' },
  participation: { nl: 'Meedoen', en: 'Participation' },
  anxiety: { nl: 'Spanning en zorgen', en: 'Anxiety and worry' },
  depression: { nl: 'Somberheid', en: 'Low mood' },
  'quality-of-life': { nl: 'Kwaliteit van leven', en: 'Quality of life' },
  'perceived-health': { nl: 'Ervaren gezondheid', en: 'Perceived health' },
  'well-being': { nl: 'Welbevinden', en: 'Well-being' },
  symptoms: { nl: 'Klachten', en: 'Complaints' },
  'body-image': { nl: 'Lichaamsbeeld', en: 'Body image' },
  work: { nl: 'Werk', en: 'Work' },
  satisfaction: { nl: 'Tevredenheid', en: 'Satisfaction' },
  vision: { nl: 'Zien', en: 'Seeing' },
  urinary: { nl: 'Plassen', en: 'Passing urine' },
  bowel: { nl: 'Darmen', en: 'Bowels' },
  sexuality: { nl: 'Seks en intimiteit', en: 'Sex and intimacy' },
  breathing: { nl: 'Ademen', en: 'Breathing' },
  communication: { nl: 'Praten en begrijpen', en: 'Speaking and understanding' },
  sleep: { nl: 'Slapen', en: 'Sleep' },
  'self-management': { nl: 'Zelf doen', en: 'Managing yourself' },
  parenthood: { nl: 'Ouder zijn', en: 'Being a parent' },
  experience: { nl: 'Ervaring met de zorg', en: 'Experience of care' },
  collaboration: { nl: 'Samenwerken', en: 'Working together' },
}
