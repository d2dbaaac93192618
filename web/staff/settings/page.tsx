import './settings.css'
import { Page } from '../../kit/frame.tsx'
import { useWords } from '../../kit/words.tsx'
import { KeysPart } from './keys-part.tsx'
import { OrganisationPart } from './organisation-part.tsx'
import { TeamsPart } from './teams-part.tsx'
import { words } from './words.ts'

/** The organisation, its teams, and keys for other systems. */
export function SettingsPage() {
  const say = useWords(words)
  return (
    <Page title={say.title}>
      <OrganisationPart />
      <TeamsPart />
      <KeysPart />
    </Page>
  )
}
