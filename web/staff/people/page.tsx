import { Page } from '../../kit/frame.tsx'

export const PeoplePage = () => <Page title="PeoplePage"> </Page>
