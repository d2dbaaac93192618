import type { Domain } from '../../instruments/scale.ts'
import type { Localised } from '../../words.ts'
import { both } from '../fields.ts'

/** What a domain is called where a set says nothing else. */
export const domainTitles: Record<Domain, Localised> = {
  pain: both('Pijn', 'Pain'),
  fatigue: both('Moeheid', 'Tiredness'),
  'physical-function': both('Bewegen', 'Physical function'),
  participation: both('Meedoen', 'Participation'),
  anxiety: both('Spanning en zorgen', 'Anxiety and worry'),
  depression: both('Somberheid', 'Low mood'),
  'quality-of-life': both('Kwaliteit van leven', 'Quality of life'),
  'perceived-health': both('Ervaren gezondheid', 'Perceived health'),
  'well-being': both('Welbevinden', 'Well-being'),
  symptoms: both('Klachten', 'Complaints'),
  'body-image': both('Lichaamsbeeld', 'Body image'),
  work: both('Werk', 'Work'),
  satisfaction: both('Tevredenheid', 'Satisfaction'),
  vision: both('Zien', 'Seeing'),
  urinary: both('Plassen', 'Passing urine'),
  bowel: both('Darmen', 'Bowels'),
  sexuality: both('Seks en intimiteit', 'Sex and intimacy'),
  breathing: both('Ademen', 'Breathing'),
  communication: both('Praten en begrijpen', 'Speaking and understanding'),
  sleep: both('Slapen', 'Sleep'),
  'self-management': both('Zelf doen', 'Managing yourself'),
  parenthood: both('Ouder zijn', 'Being a parent'),
  experience: both('Ervaring met de zorg', 'Experience of care'),
  collaboration: both('Samenwerken', 'Working together'),
}
