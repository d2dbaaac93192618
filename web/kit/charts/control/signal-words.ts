import type { Words } from '../../../../core/words.ts'

/** Each rule as a name and as a sentence that says why it is more than chance. */
export const signalWords = {
  nl: {
    sides: { above: 'hoger', below: 'lager' },
    short: {
      outside: 'buiten de grenzen',
      run: 'acht op rij aan één kant',
      trend: 'zes op rij dezelfde kant op',
      'two-of-three': 'twee van drie bij de grens',
    },
    why: {
      outside:
        'Een waarde ligt buiten de grenzen. Door toeval komt dat zelden voor: in de orde van 3 keer in 1000 perioden, iets vaker als de grenzen op weinig perioden rusten.',
      run: 'Acht of meer perioden op rij liggen aan dezelfde kant van het midden. Door toeval is dat als acht keer achter elkaar kop gooien.',
      trend: 'Zes perioden op rij gaat het dezelfde kant op. Toeval gaat heen en weer.',
      'two-of-three':
        'Twee van drie perioden op rij liggen dicht bij dezelfde grens, verder dan twee standaardafwijkingen van het midden.',
    },
  },
  en: {
    sides: { above: 'higher', below: 'lower' },
    short: {
      outside: 'outside the limits',
      run: 'eight in a row on one side',
      trend: 'six in a row in one direction',
      'two-of-three': 'two of three near the limit',
    },
    why: {
      outside:
        'A value lies outside the limits. By chance that is rare: in the order of 3 of 1000 periods, a little more often where the limits rest on few periods.',
      run: 'Eight or more periods in a row lie on the same side of the centre. By chance that is like throwing heads eight times running.',
      trend: 'For six periods in a row it goes the same way. Chance goes back and forth.',
      'two-of-three':
        'Two of three periods in a row lie near the same limit, more than two standard deviations from the centre.',
    },
  },
} satisfies Words<unknown>
