// The bare sending: nodemailer with as many connections as the program has, and a mail that is written already.
import { readFileSync } from 'node:fs'
import { createTransport } from 'nodemailer'
import type { Mail } from '../../../server/deps.ts'

const AT_ONCE = 5
const mail = JSON.parse(readFileSync(process.env.MAIL ?? '', 'utf8')) as Mail
const transport = createTransport({ url: process.env.SMTP_URL ?? '', pool: true, maxConnections: AT_ONCE })

async function send(count: number) {
  let next = 0
  const work = async () => {
    while (next < count) {
      const number = next++
      await transport.sendMail({
        from: { name: mail.fromName, address: 'noreply@example.org' },
        to: { name: '', address: `person${number}@example.org` },
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        messageId: `<${number}@example.org>`,
        headers: mail.headers,
      })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

process.on('message', (message) => {
  const count = (message as { send?: number }).send
  if (count === undefined) return
  const start = performance.now()
  void send(count).then(() => process.send?.({ seconds: (performance.now() - start) / 1000 }))
})
