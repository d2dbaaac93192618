import type { Config } from '../config.ts'

/** 'server': goes out by SMTP. 'inbox': a demo shows its mail in a page. 'none': everything waits for SMTP_URL. */
export type MailService = 'server' | 'inbox' | 'none'

export const mailService = ({ SMTP_URL, DEMO }: Pick<Config, 'SMTP_URL' | 'DEMO'>): MailService => {
  if (SMTP_URL) return 'server'
  return DEMO ? 'inbox' : 'none'
}

export const canSend = (config: Pick<Config, 'SMTP_URL' | 'DEMO'>): boolean => mailService(config) !== 'none'
