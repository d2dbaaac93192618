import { createTransport } from 'nodemailer'
import { expect, test } from 'vitest'
import { startSmtp } from '../support/smtp.ts'

const mail = (to: string) => ({
  from: 'clinic@example.nl',
  to,
  subject: 'Vragen klaar',
  text: 'Beste meneer Ĉu,',
})

test('the test mail server keeps what it takes, and fails as it is told', async () => {
  const smtp = await startSmtp()
  const sender = createTransport(smtp.url)
  const codeOf = (to: string) =>
    sender.sendMail(mail(to)).then(
      () => 'taken',
      (error: { responseCode?: number; code?: string }) => error.responseCode ?? 'no answer',
    )

  expect(await codeOf('a@example.nl')).toBe('taken')
  smtp.fail('later')
  smtp.fail('never', 2)
  smtp.fail('cut')
  const outcomes = []
  for (const to of ['b', 'c', 'd', 'e', 'f']) outcomes.push(await codeOf(`${to}@example.nl`))
  expect(outcomes).toEqual([451, 550, 550, 'no answer', 'taken'])

  expect(smtp.mails.map(({ envelope }) => envelope.to)).toEqual([
    ['a@example.nl'],
    ['e@example.nl'],
    ['f@example.nl'],
  ])
  expect((await smtp.waitForMail(({ envelope }) => envelope.to.includes('f@example.nl'))).text).toContain(
    'Ĉu',
  )
  await expect(smtp.waitForMail(() => false, 50)).rejects.toThrow('there were 3')
  await smtp.close()
})
