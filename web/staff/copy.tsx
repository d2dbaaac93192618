import { useState } from 'react'
import type { Words } from '../../core/words.ts'
import { Button } from '../kit/button.tsx'
import { useWords } from '../kit/words.tsx'

const words = {
  nl: { copy: 'Kopiëren', copied: 'Gekopieerd' },
  en: { copy: 'Copy', copied: 'Copied' },
} satisfies Words<unknown>

/** Puts a text on the clipboard, and says that it did. */
export function CopyButton({ text, size = 'row' }: { text: string; size?: 'row' | 'page' }) {
  const say = useWords(words)
  const [copied, setCopied] = useState<string | null>(null)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(text)
  }
  return (
    <Button size={size} onClick={() => void copy()}>
      {copied === text ? say.copied : say.copy}
    </Button>
  )
}
