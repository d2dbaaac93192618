import { laterChannels, type OutreachRule, usualRule } from '../../core/mail/outreach.ts'
import { once } from '../../core/memo.ts'
import type { Tx } from '../db/database.ts'
import { outreachRules } from '../db/schema/outreach.ts'

type Row = typeof outreachRules.$inferSelect

/** A team's rule as it is stored, or the usual one. */
export const ruleOf = (row: Row | null | undefined): OutreachRule =>
  row
    ? {
        callDaysBefore: row.callDaysBefore,
        texts: row.texts,
        letters: row.letters,
        fallbackDays: row.fallbackDays,
        fallbackTo: laterChannels.filter((channel) => row.fallbackTo.split(' ').includes(channel)),
        mailGapDays: row.mailGapDays,
        costOfCall: row.costOfCall,
        costOfLetter: row.costOfLetter,
        costOfText: row.costOfText,
      }
    : usualRule

/** How each team reaches people, of all organisations: a team has one row at most. */
export async function rulesOfTeams(db: Tx): Promise<(teamId: string) => OutreachRule> {
  const rows = await all(db).execute()
  const rules = new Map(rows.map((row) => [row.teamId, ruleOf(row)]))
  return (teamId) => rules.get(teamId) ?? usualRule
}

const all = once((db: Tx) => db.select().from(outreachRules).prepare('all_outreach_rules'))
