import type { Words } from '../../../core/words.ts'

const nl = {
  late: (at: string) =>
    `De verzender is sinds ${at} niet langs geweest: er gaat niets uit. Vraag uw beheerder of Uitkomst nog draait.`,
  neverRan: 'De verzender heeft hier nog niet gedraaid: er gaat niets uit tot hij start.',
  onTime: (at: string) => `De verzender kwam langs om ${at}.`,
  hours: (from: string, until: string) => `Mail aan patiënten gaat tussen ${from} en ${until} uur.`,
  waiting: (n: number, since: string) =>
    n === 1 ? `1 mail wacht, sinds ${since}` : `${n} mails wachten, de oudste sinds ${since}`,
  asleep: (n: number, again: string) =>
    n === 1 ? `1 mail gaat vanaf ${again}` : `${n} mails gaan vanaf ${again}`,
  noneWaiting: 'Er wacht geen mail',
  later: (n: number) =>
    n === 1
      ? '1 herinnering gaat op een uur dat de patiënt koos'
      : `${n} herinneringen gaan op een uur dat de patiënt koos`,
  held: (n: number) =>
    n === 1 ? '1 mail staat stil door een pauze' : `${n} mails staan stil door een pauze`,
  licence: (name: string, standing: 'ending' | 'over' | 'not-yet', date: string, sets: string) =>
    ({
      ending: `De licentie van ${name} loopt af: vanaf de dag na ${date} wordt die vragenlijst niet meer gevraagd (${sets}).`,
      over: `${name} wordt niet gevraagd: de licentie liep af op ${date} (${sets}). Een redacteur plaatst een nieuwe licentie.`,
      'not-yet': `${name} wordt nog niet gevraagd: de licentie begint op ${date} (${sets}).`,
    })[standing],
  ownTeams: 'U ziet de mail over vragen van uw eigen teams.',
  coming: 'De komende zeven dagen',
  comingAbout: 'mails per dag, als niemand intussen antwoordt',
  waiters: (n: number) => (n === 1 ? '1 wacht' : `${n} wachten`),
  waitersAbout:
    'Wacht: de laatste mail aan deze patiënten is korter geleden dan hun team wil. Ze krijgen deze mail later. Wat niet kan wachten, gaat wel. Een team stelt de dagen in bij de bellijst.',
  set: 'Uitkomstenset',
  together: 'Samen',
  noSets: 'Nog geen teams',
  noSetsAbout: 'Zodra er een team met een uitkomstenset is, staat hier wat er de komende week uitgaat.',
  pause: 'Pauzeren',
  pauseOf: (set: string) => `Mail over ${set} pauzeren`,
  pauseTitle: (set: string) => `Mail over ${set} pauzeren`,
  pauseAbout:
    'Uitnodigingen en herinneringen wachten tot u hervat. Wat een patiënt zelf vraagt, zoals een nieuwe link, gaat wel. Een mail die ook over een andere set gaat, gaat ook.',
  pauseReason: 'Waarom?',
  pauseReasonHint: 'Collega’s lezen dit hier en bij elke patiënt.',
  pauseReasonMissing: 'Schrijf in een paar woorden waarom.',
  pauseNow: 'Pauzeren',
  cancel: 'Toch niet',
  paused: (since: string, by: string) => `Gepauzeerd sinds ${since} door ${by}`,
  resume: 'Hervatten',
  resumeOf: (set: string) => `Mail over ${set} hervatten`,
  inHand: (n: number) =>
    n === 0
      ? 'Gepauzeerd. Er was niets meer onderweg.'
      : `Gepauzeerd. ${n === 1 ? '1 mail was al onderweg en kan' : `${n} mails waren al onderweg en kunnen`} nog aankomen.`,
  resumed: 'Hervat. Van gemiste herinneringen gaat alleen de nieuwste.',
  problems: {
    already_paused: 'Deze set is al gepauzeerd; een collega was u voor.',
    not_paused: 'Deze set was al hervat; een collega was u voor.',
  } as Record<string, string>,
  lists: 'Wat wacht en wat ging',
  listsAbout: (days: number) => `tellingen van de laatste ${days} dagen`,
  states: {
    waiting: 'Wacht',
    sent: 'Verstuurd',
    failed: 'Mislukt',
    suppressed: 'Niet verstuurd',
  },
  stateAbout: {
    waiting: 'Wat het eerst gaat, staat bovenaan.',
    sent: 'Verstuurd: de mailserver of sms-dienst nam het aan, of de brief is op de post gedaan.',
    failed: 'Opgegeven: teruggekomen, of na twee dagen nog niet aangenomen.',
    suppressed: 'Vlak voor het versturen bleek waarom deze mail niet meer hoefde of mocht.',
  },
  none: {
    waiting: 'Er wacht niets. De volgende mail staat hierboven, bij de komende dagen.',
    sent: 'Er is nog niets verstuurd. Zodra iemand iets gevraagd wordt, staat het hier.',
    failed: 'Er is niets mislukt.',
    suppressed: 'Er is niets tegengehouden.',
  },
  reasons: 'Waarom',
  count: 'Aantal',
  patient: 'Patiënt',
  what: 'Wat en waarover',
  when: 'Wanneer',
  why: 'Waarom',
  afterwards: 'Daarna',
  more: 'Meer tonen',
  channels: { mail: '', sms: 'per sms', letter: 'per brief' } as Record<string, string>,
  dryRun: 'Wat zou er nu uitgaan?',
  dryRunAbout: 'Er wordt niets geschreven en niets verstuurd.',
  dryRunNow: 'Nu uitproberen',
  outside: 'Buiten de verzenduren gaat er niets; dit zou gaan als het nu mocht.',
  wouldGo: (goes: number, stays: number) =>
    `${goes === 1 ? '1 mail zou gaan' : `${goes} mails zouden gaan`}, ${stays} niet.`,
  notJudged: (n: number) =>
    n === 1
      ? 'Er wacht nog 1 mail die hier niet is nagekeken.'
      : `Er wachten nog ${n} mails die hier niet zijn nagekeken.`,
  nothing: 'Er is nu niets te sturen.',
  shown: (shown: number, all: number) => `De eerste ${shown} van ${all}.`,
  becomes: 'Wat ermee gebeurt',
  goes: 'Gaat',
}

const en: typeof nl = {
  late: (at) =>
    `The sender has not come round since ${at}: nothing goes out. Ask your administrator whether Uitkomst still runs.`,
  neverRan: 'The sender has not run here yet: nothing goes out until it starts.',
  onTime: (at) => `The sender came round at ${at}.`,
  hours: (from, until) => `Mail to patients goes between ${from} and ${until}.`,
  waiting: (n, since) =>
    n === 1 ? `1 mail waits, since ${since}` : `${n} mails wait, the oldest since ${since}`,
  asleep: (n, again) => (n === 1 ? `1 mail goes from ${again}` : `${n} mails go from ${again}`),
  noneWaiting: 'No mail is waiting',
  later: (n) =>
    n === 1
      ? '1 reminder goes at an hour that the patient chose'
      : `${n} reminders go at an hour that the patient chose`,
  held: (n) => (n === 1 ? '1 mail is held by a pause' : `${n} mails are held by a pause`),
  licence: (name, standing, date, sets) =>
    ({
      ending: `The licence of ${name} ends: from the day after ${date} that questionnaire is no longer asked (${sets}).`,
      over: `${name} is not asked: its licence ended on ${date} (${sets}). An outcome-set editor installs a new one.`,
      'not-yet': `${name} is not asked yet: its licence begins on ${date} (${sets}).`,
    })[standing],
  ownTeams: 'You see the mail about questions of your own teams.',
  coming: 'The coming seven days',
  comingAbout: 'mails per day, if nobody answers meanwhile',
  waiters: (n) => (n === 1 ? '1 waits' : `${n} wait`),
  waitersAbout:
    'Waits: the last mail to these patients was sent more recently than their team wants. They get this mail later. What cannot wait goes. A team sets the days at its call list.',
  set: 'Outcome set',
  together: 'Together',
  noSets: 'No teams yet',
  noSetsAbout:
    'As soon as there is a team with an outcome set, what goes out in the coming week stands here.',
  pause: 'Pause',
  pauseOf: (set) => `Pause mail about ${set}`,
  pauseTitle: (set) => `Pause mail about ${set}`,
  pauseAbout:
    'Invitations and reminders wait until you resume. What a patient asks for, such as a new link, still goes. A mail that is also about another set goes too.',
  pauseReason: 'Why?',
  pauseReasonHint: 'Colleagues read this here and at each patient.',
  pauseReasonMissing: 'Write why in a few words.',
  pauseNow: 'Pause',
  cancel: 'Not after all',
  paused: (since, by) => `Paused since ${since} by ${by}`,
  resume: 'Resume',
  resumeOf: (set) => `Resume mail about ${set}`,
  inHand: (n) =>
    n === 0
      ? 'Paused. Nothing was on its way any more.'
      : `Paused. ${n} ${n === 1 ? 'mail was' : 'mails were'} on the way already and may still arrive.`,
  resumed: 'Resumed. Of reminders that were missed only the newest goes.',
  problems: {
    already_paused: 'This set is paused already; a colleague was first.',
    not_paused: 'This set was resumed already; a colleague was first.',
  },
  lists: 'What waits and what went',
  listsAbout: (days) => `counts of the last ${days} days`,
  states: { waiting: 'Waiting', sent: 'Sent', failed: 'Failed', suppressed: 'Not sent' },
  stateAbout: {
    waiting: 'What goes first stands on top.',
    sent: 'Sent: the mail server or the gateway for text messages took it, or the letter was posted.',
    failed: 'Given up: it came back, or was not taken within two days.',
    suppressed: 'Just before sending it turned out why this mail was not needed or allowed any more.',
  },
  none: {
    waiting: 'Nothing is waiting. The next mail stands above, at the coming days.',
    sent: 'Nothing has been sent yet. As soon as somebody is asked something, it stands here.',
    failed: 'Nothing failed.',
    suppressed: 'Nothing was held back.',
  },
  reasons: 'Why',
  count: 'Number',
  patient: 'Patient',
  what: 'What, and about what',
  when: 'When',
  why: 'Why',
  afterwards: 'Afterwards',
  more: 'Show more',
  channels: { mail: '', sms: 'by text message', letter: 'by letter' },
  dryRun: 'What would go out now?',
  dryRunAbout: 'Nothing is written and nothing is sent.',
  dryRunNow: 'Try it now',
  outside: 'Outside the sending hours nothing goes; this would go if it were allowed now.',
  wouldGo: (goes, stays) =>
    `${goes === 1 ? '1 mail would go' : `${goes} mails would go`}, ${stays} would not.`,
  notJudged: (n) =>
    `${n} more ${n === 1 ? 'mail waits that was' : 'mails wait that were'} not looked at here.`,
  nothing: 'There is nothing to send now.',
  shown: (shown, all) => `The first ${shown} of ${all}.`,
  becomes: 'What becomes of it',
  goes: 'Goes',
}

export const centreWords = { nl, en } satisfies Words<typeof nl>
