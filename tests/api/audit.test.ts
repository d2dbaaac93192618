import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asc, eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sealNew } from '../../server/audit/seal.ts'
import { anchor, startSealer } from '../../server/audit/sealer.ts'
import { record } from '../../server/audit/store.ts'
import { verifyAudit } from '../../server/audit/verify.ts'
import { systemCtx } from '../../server/ctx.ts'
import { dialect } from '../../server/db/dialect.ts'
import { auditEvents, auditSeals } from '../../server/db/schema/audit.ts'
import type { Deps } from '../../server/deps.ts'
import { makeOrganisation, makePatient, makeStaff, makeTeam } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

let house: House
let deps: Deps
let folder: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'audit-'))
  house = await openHouse({ env: { DATA_DIR: folder } })
  deps = house.deps
})
afterEach(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})

const write = (type: string, patients: string[] = []) =>
  deps.db.transaction((tx) =>
    record(tx, deps, systemCtx('org_1', 'test'), {
      action: 'R',
      type,
      patients,
      detail: { b: 1, a: { d: 2, c: [3] } },
    }),
  )

async function writeMany(number: number) {
  for (let line = 0; line < number; line++) {
    house.pass(1000)
    await write(`line.${line}`, [`pat_${line}`, 'pat_x'])
  }
}

/** What somebody does who has the database itself in hand: takes the lock off, changes, puts it back. */
async function tamper(table: string, change: () => Promise<unknown>) {
  const ask = (text: string) =>
    (deps.db as unknown as { run?: Run; execute?: Run })[dialect === 'postgres' ? 'execute' : 'run']?.(
      sql.raw(text),
    )
  if (dialect === 'postgres') await ask(`alter table ${table} disable trigger all`)
  else for (const act of ['update', 'delete']) await ask(`drop trigger ${table}_no_${act}`)
  if (dialect !== 'postgres') await ask('pragma foreign_keys = off')
  await change()
  if (dialect === 'postgres') await ask(`alter table ${table} enable trigger all`)
}
type Run = (statement: unknown) => Promise<unknown>

const numberOfLine = async (type: string) => {
  const [row] = await deps.db
    .select({ number: auditSeals.number, id: auditEvents.id })
    .from(auditSeals)
    .innerJoin(auditEvents, eq(auditEvents.id, auditSeals.eventId))
    .where(eq(auditEvents.type, type))
  return row as { number: number; id: string }
}

describe('the chain', () => {
  test('covers every line in order, each once, and holds', async () => {
    await writeMany(12)
    expect(await verifyAudit(deps)).toEqual({ sealed: 0, unsealed: 12, anchors: 0, broken: [] })
    expect(await sealNew(deps)).toBe(12)
    await writeMany(3)
    expect(await sealNew(deps)).toBe(3)
    expect(await sealNew(deps)).toBe(0)
    await anchor(deps)
    expect(await verifyAudit(deps)).toEqual({ sealed: 15, unsealed: 0, anchors: 2, broken: [] })
    const seals = await deps.db.select().from(auditSeals).orderBy(asc(auditSeals.number))
    expect(seals.map(({ number }) => number)).toEqual(Array.from({ length: 15 }, (_, place) => place + 1))
  })

  test('takes more lines than one batch holds', async () => {
    const rows = Array.from({ length: 1201 }, (_, line) => ({
      id: `aud_${String(line).padStart(5, '0')}`,
      at: deps.now().toISOString(),
      action: 'R',
      type: 'bulk',
      outcome: '0',
      actorKind: 'system',
      actorId: 'test',
      actorName: 'test',
      purpose: 'TREAT',
    }))
    for (let from = 0; from < rows.length; from += 400)
      await deps.db.insert(auditEvents).values(rows.slice(from, from + 400))
    expect(await sealNew(deps)).toBe(1201)
    expect(await verifyAudit(deps)).toMatchObject({ sealed: 1201, broken: [] })
  })

  test('several sealers at once make one chain', async () => {
    await writeMany(40)
    await Promise.all([sealNew(deps), sealNew(deps), sealNew(deps)])
    expect(await verifyAudit(deps)).toMatchObject({ sealed: 40, unsealed: 0, broken: [] })
  })

  test('a line that was committed long after it was written is not missed', async () => {
    await writeMany(2)
    await sealNew(deps)
    house.goTo('2026-03-01T00:00:00Z')
    await write('late')
    expect(await sealNew(deps)).toBe(0)
    const stop = startSealer(deps)
    await stop()
    expect(await verifyAudit(deps)).toMatchObject({ sealed: 3, unsealed: 0, broken: [] })
  })
})

describe('tampering is found', () => {
  beforeEach(async () => {
    await writeMany(8)
    await sealNew(deps)
    await anchor(deps)
  })

  test('the triggers refuse it in the first place', async () => {
    const refused = { cause: { message: expect.stringContaining('append-only') as string } }
    await expect(deps.db.update(auditEvents).set({ actorName: 'somebody else' })).rejects.toMatchObject(
      refused,
    )
    await expect(deps.db.delete(auditSeals)).rejects.toMatchObject(refused)
    expect(await verifyAudit(deps)).toMatchObject({ sealed: 8, broken: [] })
  })

  test('a changed line', async () => {
    const { number, id } = await numberOfLine('line.4')
    await tamper('audit_events', () =>
      deps.db.update(auditEvents).set({ actorName: 'somebody else' }).where(eq(auditEvents.id, id)),
    )
    expect((await verifyAudit(deps)).broken).toEqual([
      { number, what: 'this line was changed after it was sealed' },
    ])
  })

  test('a patient taken off a line', async () => {
    const { number } = await numberOfLine('line.2')
    await tamper(
      'audit_subjects',
      () =>
        (deps.db as unknown as Record<string, Run>)[dialect === 'postgres' ? 'execute' : 'run']?.(
          sql`delete from audit_subjects where patient_id = 'pat_2'`,
        ) as Promise<unknown>,
    )
    expect((await verifyAudit(deps)).broken).toEqual([
      { number, what: 'this line was changed after it was sealed' },
    ])
  })

  test('a seal taken out of the middle', async () => {
    const { number } = await numberOfLine('line.5')
    await tamper('audit_seals', () => deps.db.delete(auditSeals).where(eq(auditSeals.number, number)))
    const { broken, unsealed } = await verifyAudit(deps)
    expect(broken).toEqual([{ number: number + 1, what: 'seals before this one are missing' }])
    expect(unsealed).toBe(1)
  })

  test('the end cut off: a signed anchor stands beyond it', async () => {
    await tamper('audit_seals', () => deps.db.delete(auditSeals).where(eq(auditSeals.number, 8)))
    expect((await verifyAudit(deps)).broken).toContainEqual({
      number: 8,
      what: 'the chain ends before a signed anchor',
    })
  })

  test('a forged anchor in the file, and a line that is none', async () => {
    const file = join(folder, 'audit-anchors.log')
    const [line = ''] = readFileSync(file, 'utf8').split('\n')
    writeFileSync(file, `${line}\n${line.replace(/"hash":"../, '"hash":"zz')}\nnonsense\n`)
    const whats = (await verifyAudit(deps)).broken.map(({ what }) => what)
    expect(whats).toContain('the signature of an anchor is wrong')
    expect(whats).toContain('a line of the file with anchors cannot be read')
    expect(whats).toContain('this seal is not the one that was signed')
  })

  test('another secret signs nothing of ours', async () => {
    const { broken } = await verifyAudit({ ...deps, secret: 'another secret, long enough to be one' })
    expect(broken).toContainEqual({ number: 8, what: 'the signature of an anchor is wrong' })
  })
})

describe('reading the log', () => {
  async function people() {
    const organisationId = await makeOrganisation(house)
    const teamId = await makeTeam(house, organisationId)
    const auditor = await makeStaff(house, { organisationId, role: 'auditor', name: 'Ada Privacy' })
    const clinician = await makeStaff(house, { organisationId, teamId, role: 'clinician' })
    const patientId = await makePatient(house, organisationId, { number: '4711' })
    const ctx = {
      ...systemCtx(organisationId, clinician),
      actor: { kind: 'staff' as const, id: clinician, name: 'M' },
    }
    await deps.db.transaction((tx) =>
      record(tx, deps, ctx, { action: 'R', type: 'patient.read', patients: [patientId] }),
    )
    await write('of another organisation')
    return { organisationId, auditor, clinician }
  }

  test('shows who saw whom in one’s own organisation, and is itself a line', async () => {
    const { auditor, clinician } = await people()
    const ask = (query: string) => house.as(auditor).get(`/api/audit?${query}`)
    house.pass(1000)
    const { status, body } = await ask('patient=4711')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      lines: [
        {
          type: 'patient.read',
          actorId: clinician,
          patients: [{ name: 'Wil van der Ploeg' }],
          patientCount: 1,
        },
      ],
      next: null,
    })
    expect((await ask('')).body).toMatchObject({
      lines: [{ type: 'audit.read', actorId: auditor }, { type: 'patient.read' }],
    })
    expect((await ask('from=2026-03-03')).body).toMatchObject({ lines: [] })
    expect((await ask('until=2026-03-01')).body).toMatchObject({ lines: [] })
    expect(await ask('patient=0000')).toMatchObject({ status: 422, body: { code: 'unknown_patient' } })
    expect((await ask('from=yesterday')).status).toBe(400)
  })

  test('is for the auditor alone', async () => {
    const { organisationId, clinician } = await people()
    const administrator = await makeStaff(house, { organisationId, role: 'administrator' })
    for (const id of [clinician, administrator])
      expect((await house.as(id).get('/api/audit')).status).toBe(403)
    expect((await house.as(null).get('/api/audit')).status).toBe(401)
  })
})
