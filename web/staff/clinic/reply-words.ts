import type { Words } from '../../../core/words.ts'

const nl = {
  title: (name: string) => `Bericht aan ${name}`,
  beginnings: { fine: 'Gezien, gaat zoals verwacht', call: 'Wij bellen', come: 'Oproepen' },
  sentences: {
    fine: 'Wij hebben uw antwoorden bekeken. Het gaat zoals wij verwachten. U hoeft nu niet te komen. Verandert er iets? Bel ons dan.',
    call: 'Wij hebben uw antwoorden bekeken en willen er met u over praten. Wij bellen u deze week.',
    come: 'Wij hebben uw antwoorden bekeken en zien u graag op het spreekuur. U krijgt van ons een afspraak.',
  },
  sentence: 'Bericht, zoals de patiënt het leest',
  about: 'Het staat meteen op de pagina van de patiënt. De uitslag telt daarna als besproken.',
  missing: 'Schrijf een bericht, of kies er hierboven een.',
  due: 'Vóór (mag leeg blijven)',
  send: 'Vastleggen en delen',
  cancel: 'Annuleren',
  sent: (name: string) => `Het bericht aan ${name} is vastgelegd.`,
}

const en: typeof nl = {
  title: (name) => `Message to ${name}`,
  beginnings: { fine: 'Seen, going as expected', call: 'We will call', come: 'Call in' },
  sentences: {
    fine: 'We have looked at your answers. You are doing as we expect. You do not need to come now. Does anything change? Please call us.',
    call: 'We have looked at your answers and would like to talk about them. We will call you this week.',
    come: 'We have looked at your answers and would like to see you. You will get an appointment from us.',
  },
  sentence: 'Message, as the patient reads it',
  about: 'It is on the patient’s page at once. After that the result counts as discussed.',
  missing: 'Write a message, or choose one above.',
  due: 'Before (may stay empty)',
  send: 'Record and share',
  cancel: 'Cancel',
  sent: (name) => `The message to ${name} is recorded.`,
}

/** A sentence back to who answered and has no appointment. */
export const replyWords = { nl, en } satisfies Words<typeof nl>
