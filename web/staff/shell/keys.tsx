import { Dialog } from '../../kit/dialog.tsx'
import { Key } from '../../kit/key.tsx'
import { useWords } from '../../kit/words.tsx'
import { words } from './words.ts'

type KeyWord = keyof (typeof words)['nl']['keyWords']

const KEYS = {
  everywhere: [
    ['Ctrl K', 'search'],
    ['?', 'help'],
  ],
  clinic: [
    ['J', 'down'],
    ['K', 'up'],
    ['↵', 'next'],
    ['O', 'open'],
    ['D', 'discussed'],
    ['V', 'visit'],
  ],
  board: [
    ['H J K L', 'card'],
    ['↵', 'open'],
    ['M', 'move'],
    ['A', 'list'],
  ],
  meeting: [
    ['J', 'nextPatient'],
    ['K', 'previousPatient'],
    ['Ctrl ↵', 'confirm'],
    ['F', 'fill'],
    ['U', 'leave'],
  ],
  patient: [
    ['T', 'table'],
    ['D', 'discussed'],
    ['Ctrl ↵', 'agree'],
    ['U', 'back'],
  ],
} as const satisfies Record<string, readonly (readonly [string, KeyWord])[]>

const lists = ['everywhere', 'clinic', 'board', 'meeting', 'patient'] as const

/** Every key of the house, in one list. */
export function Keys({ opened, close }: { opened: boolean; close: () => void }) {
  const say = useWords(words)
  return (
    <Dialog title={say.keys} closeLabel={say.close} opened={opened} close={close}>
      {lists.map((list) => (
        <section key={list} className="key-list">
          <h3>{say.keyLists[list]}</h3>
          <dl>
            {KEYS[list].map(([key, word]) => (
              <div key={key}>
                <dt>
                  <Key>{key}</Key>
                  <span className="reader-only">{key}</span>
                </dt>
                <dd>{say.keyWords[word]}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  )
}
