import type { Language, Words } from '../../core/words.ts'
import type { MeetingNote } from './content.ts'
import type { Letter } from './letter.ts'

type Said = { subject: string; says: string; label: string; end: string }
type LetterWords = {
  hello: string
  meeting: (organisation: string) => Said
  todo: (open: number, late: number) => Said
}

const words = {
  nl: {
    hello: 'Goedendag,',
    meeting: (organisation) => ({
      subject: `Uitnodiging voor een overleg bij ${organisation}`,
      says: `U bent gevraagd mee te doen aan een overleg bij ${organisation}. Na het inloggen ziet u wanneer het is en wat op de lijst staat.`,
      label: 'Naar het overleg',
      end: 'U logt in met het account dat u al heeft. Wat u ziet, wordt vastgelegd.',
    }),
    todo: (open, late) => ({
      subject: open === 1 ? 'Eén actie uit een overleg' : `${open} acties uit overleggen`,
      says: [
        open === 1
          ? 'U heeft één actie die morgen klaar moet zijn of te laat is.'
          : `U heeft ${open} acties die morgen klaar moeten zijn of te laat zijn.`,
        late === 0 ? '' : late === 1 ? 'Daarvan is er één te laat.' : `Daarvan zijn er ${late} te laat.`,
      ]
        .filter(Boolean)
        .join(' '),
      label: 'Naar mijn acties',
      end: 'Is het gedaan? Zeg dat daar: dan komt deze mail niet meer.',
    }),
  },
  en: {
    hello: 'Good day,',
    meeting: (organisation) => ({
      subject: `Invitation to a meeting at ${organisation}`,
      says: `You are asked to take part in a meeting at ${organisation}. After signing in you see when it is and what is on its list.`,
      label: 'To the meeting',
      end: 'You sign in with the account that you have. What you look at is recorded.',
    }),
    todo: (open, late) => ({
      subject: open === 1 ? 'One action from a meeting' : `${open} actions from meetings`,
      says: [
        open === 1
          ? 'You have one action that is due tomorrow or overdue.'
          : `You have ${open} actions that are due tomorrow or overdue.`,
        late === 0 ? '' : late === 1 ? 'One of them is overdue.' : `${late} of them are overdue.`,
      ]
        .filter(Boolean)
        .join(' '),
      label: 'To my actions',
      end: 'Is it done? Say so there, and this mail stops.',
    }),
  },
} satisfies Words<LetterWords>

/** A mail to staff about meetings: it says nothing about anybody. */
export function meetingLetter(
  note: MeetingNote,
  { language, link, organisation }: { language: Language; link: string; organisation: string },
): Letter {
  const say = words[language]
  const said = note.kind === 'meeting' ? say.meeting(organisation) : say.todo(note.open, note.late)
  const { subject, says, label, end } = said
  return { subject, paragraphs: [say.hello, says, { link, label, button: true }, end] }
}
