import { Page } from '../../kit/frame.tsx'

export const AuditPage = () => <Page title="AuditPage"> </Page>
