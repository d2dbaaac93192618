import { Page } from '../../kit/frame.tsx'

export const AccountPage = () => <Page title="AccountPage"> </Page>
