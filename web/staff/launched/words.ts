import type { Words } from '../../../core/words.ts'

export const words = {
  nl: {
    from: (source: string) => `Vanuit ${source}`,
    only: 'Dit venster is voor één patiënt.',
    close: 'Sluiten',
    otherLanguage: 'English',
    over: 'Open de patiënt opnieuw vanuit het dossier',
    overAbout:
      'Dit venster is gesloten: het was te lang stil, er is een uur voorbij, of er is een andere patiënt geopend. Wat u vastlegde, is bewaard.',
    ownWindow:
      'Ziet u dit meteen na het openen? Dan bewaart uw browser niets binnen het dossier: laat Uitkomst in een eigen venster openen.',
    door: 'Naar Uitkomst zelf',
    skip: 'Naar de inhoud',
    demo: 'Voorbeeld: alle mensen zijn verzonnen.',
  },
  en: {
    from: (source: string) => `From ${source}`,
    only: 'This window is for one patient.',
    close: 'Close',
    otherLanguage: 'Nederlands',
    over: 'Open the patient from the record again',
    overAbout:
      'This window is closed: it was quiet for too long, an hour has passed, or another patient was opened. What you recorded has been kept.',
    ownWindow:
      'Do you see this right after opening? Then your browser keeps nothing within the record: let Uitkomst open in a window of its own.',
    door: 'To Uitkomst itself',
    skip: 'To the content',
    demo: 'Example: everybody here is made up.',
  },
} satisfies Words<unknown>
