import './code.css'
import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, foldGutter, foldKeymap, syntaxHighlighting } from '@codemirror/language'
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view'
import { classHighlighter } from '@lezer/highlight'
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react'
import type { Fault } from '../../../../../core/definitions/definition-text.ts'
import { type DefinitionKind, definitionSchema } from '../../../../../core/definitions/json-schema.ts'
import { sentenceOf } from '../../../../../core/problem.ts'
import type { Language } from '../../../../../core/words.ts'
import { readNonce } from '../../../../kit/theme/nonce.ts'
import { useLanguage, useWords } from '../../../../kit/words.tsx'
import { words } from '../words.ts'
import { completeBy } from './complete.ts'

/** What can be done with the editor from outside. */
export type CodeHandle = { goTo: (line: number) => void }

export type CodeProps = {
  label: string
  kind: DefinitionKind
  /** What the editor opens with; from then on it holds the text itself. */
  text: string
  /** Without it the text is only read. */
  change?: (text: string) => void
  faults: readonly Fault[]
  /** At which line it opens. */
  line?: number | null
  ref?: Ref<CodeHandle>
}

/** A definition as JSON: completed by our own shape, with each fault at its line. */
export function CodeEditor({ label, kind, text, change, faults, line = null, ref }: CodeProps) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(null)
  const phrases = useWords(words).codePhrases
  const { language } = useLanguage()
  const isRead = !change
  const latest = useRef({ text, change, line })
  useEffect(() => {
    latest.current = { text, change, line }
  }, [text, change, line])
  useEffect(() => {
    if (!place.current) return
    const doc = latest.current.text
    const told = (state: EditorState) => latest.current.change?.(state.doc.toString())
    const state = EditorState.create({
      doc,
      extensions: [
        writingIn(kind, isRead),
        EditorState.phrases.of(phrases),
        EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
        EditorView.updateListener.of(({ docChanged, state }) => docChanged && told(state)),
      ],
    })
    const own = new EditorView({ parent: place.current, state })
    view.current = own
    if (latest.current.line !== null) goToLine(own, latest.current.line)
    return () => own.destroy()
  }, [kind, isRead, label, phrases])
  useEffect(() => {
    const own = view.current
    if (own)
      own.dispatch(
        setDiagnostics(
          own.state,
          faults.flatMap((fault) => diagnosticOf(own.state, fault, language)),
        ),
      )
  }, [faults, language])
  useImperativeHandle(ref, () => ({ goTo: (line) => view.current && goToLine(view.current, line) }))
  return <div className="code" ref={place} />
}

const writingIn = (kind: DefinitionKind, isRead: boolean) => [
  lineNumbers(),
  foldGutter(),
  lintGutter(),
  history(),
  bracketMatching(),
  closeBrackets(),
  highlightActiveLine(),
  json(),
  syntaxHighlighting(classHighlighter),
  autocompletion({ override: [completeBy(definitionSchema(kind))] }),
  EditorState.readOnly.of(isRead),
  EditorView.cspNonce.of(readNonce()),
  keymap.of([...completionKeymap, ...lintKeymap, ...foldKeymap, ...historyKeymap, ...defaultKeymap]),
]

/** The fault under all that is written on its line. */
function diagnosticOf({ doc }: EditorState, fault: Fault, language: Language): Diagnostic[] {
  const { line, at } = fault
  if (line === null || line > doc.lines) return []
  const { from, to, text } = doc.line(line)
  const start = from + text.length - text.trimStart().length
  const message = sentenceOf(fault, language)
  return [{ from: start, to, severity: 'error', message: at ? `${at}: ${message}` : message }]
}

function goToLine(view: EditorView, line: number) {
  const { from, to } = view.state.doc.line(Math.min(line, view.state.doc.lines))
  view.dispatch({
    selection: { anchor: from, head: to },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  })
  view.focus()
}
