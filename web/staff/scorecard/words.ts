import { costWords } from '../../../core/costs/cost-words.ts'
import { scorecardWords } from '../../../core/figures/scorecard-words.ts'
import type { Words } from '../../../core/words.ts'

const nl = {
  tab: 'Scorekaart',
  ...scorecardWords.nl,
  print: 'Afdrukken',
  team: 'Team',
  costs: costWords.nl,
  prices: {
    open: 'Prijzen invullen',
    title: 'Wat kost een activiteit bij u?',
    about: 'In euro, per keer. Leeg laten mag. De prijzen blijven binnen uw organisatie.',
    source: 'Waar komen deze prijzen vandaan?',
    sourceHint: 'Zoals “kostprijslijst 2026”.',
    save: 'Bewaren',
    close: 'Sluiten',
    per: (minutes: number) => `${minutes} min`,
  },
  problems: {
    prices_changed: 'Een collega veranderde deze prijzen net ook. Kijk ze na en bewaar opnieuw.',
    invalid:
      'Vul bij elke prijs een bedrag in, zoals 150 of 149,50, en schrijf erbij waar de prijzen vandaan komen.',
  } as Record<string, string>,
}

const en: typeof nl = {
  tab: 'Scorecard',
  ...scorecardWords.en,
  print: 'Print',
  team: 'Team',
  costs: costWords.en,
  prices: {
    open: 'Fill in prices',
    title: 'What does an activity cost you?',
    about: 'In euros, each time. You may leave some empty. The prices stay within your organisation.',
    source: 'Where do these prices come from?',
    sourceHint: 'Such as “price list 2026”.',
    save: 'Save',
    close: 'Close',
    per: (minutes) => `${minutes} min`,
  },
  problems: {
    prices_changed: 'A colleague changed these prices just now too. Check them and save again.',
    invalid: 'Enter an amount for each price, such as 150 or 149.50, and say where the prices come from.',
  },
}

export const words = { nl, en } satisfies Words<typeof nl>
