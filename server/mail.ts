import { createTransport } from 'nodemailer'
import type { Config } from './config.ts'
import type { MailTransport } from './deps.ts'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The mail server behind SMTP_URL, pooled. Without one nothing can be sent: a demo keeps its mail for the inbox page.
 * Mail never falls back to plain text on its way: STARTTLS with a certificate that holds, except to this machine
 * itself or where SMTP_URL ends in `?requireTLS=false`.
 */
export function createMail({ SMTP_URL, MAIL_FROM }: Pick<Config, 'SMTP_URL' | 'MAIL_FROM'>): MailTransport {
  if (!SMTP_URL) return { send: async () => {}, close: async () => {} }
  const { hostname, searchParams } = new URL(SMTP_URL)
  const address = addressIn(MAIL_FROM)
  const transport = createTransport({
    url: SMTP_URL,
    pool: true,
    maxConnections: 5,
    maxRequeues: 0, // trying again is the outbox's matter, which writes it down
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    requireTLS: !LOOPBACK.has(hostname) && searchParams.get('requireTLS') !== 'false',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, fromName, subject, text, html, messageId, headers, returnTo }) {
      // As objects, addresses are taken as they are: a name with a comma or a bracket cannot become an address.
      const from = { name: fromName, address }
      await transport.sendMail({
        from,
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId,
        headers,
        ...(returnTo ? { replyTo: returnTo, envelope: { from: returnTo, to: [to] } } : {}),
      })
    },
    close: async () => transport.close(),
  }
}

/** 'Uitkomst <noreply@uitkomst.example.nl>' or the address alone. */
const addressIn = (from: string): string => from.match(/<([^<>]+)>\s*$/)?.[1] ?? from.trim()
