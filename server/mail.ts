import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'
import type { MailTransport } from './deps.ts'

/** The mail server behind SMTP_URL, pooled. Without one nothing can be sent: a demo keeps its mail for the inbox page. */
export function createMail({ SMTP_URL, MAIL_FROM }: Pick<Config, 'SMTP_URL' | 'MAIL_FROM'>): MailTransport {
  if (!SMTP_URL) return { send: async () => {}, close: async () => {} }
  const transport = createTransport(
    {
      url: SMTP_URL,
      pool: true,
      maxConnections: 5,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from: MAIL_FROM },
  )
  return {
    async send({ to, subject, text, html, messageId, headers }) {
      await transport.sendMail({ to, subject, text, html, messageId, headers })
    },
    close: async () => transport.close(),
  }
}
