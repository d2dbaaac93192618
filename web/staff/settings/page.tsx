import { Page } from '../../kit/frame.tsx'

export const SettingsPage = () => <Page title="SettingsPage"> </Page>
