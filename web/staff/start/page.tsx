import { Page } from '../../kit/frame.tsx'

export const StartPage = () => <Page title="StartPage"> </Page>
