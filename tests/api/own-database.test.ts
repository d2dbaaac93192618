import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sealNew } from '../../server/audit/seal.ts'
import { anchor } from '../../server/audit/sealer.ts'
import { recordRead } from '../../server/audit/store.ts'
import { refuseStrangeAnchors } from '../../server/audit/strange-anchors.ts'
import { claimSecret, refuseOtherSecret } from '../../server/commands/own-secret.ts'
import { systemCtx } from '../../server/ctx.ts'
import { makeOrganisation, makePatient } from '../support/factories.ts'
import { type House, openHouse } from '../support/house.ts'

const OTHER = 'another secret of at least 32 signs'

let house: House
let folder: string
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'own-secret-'))
  house = await openHouse({ env: { DATA_DIR: folder } })
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await house.close()
})

async function anchorSomething() {
  const organisationId = await makeOrganisation(house)
  const patients = [await makePatient(house, organisationId)]
  await recordRead(house.deps, systemCtx(organisationId, 'test'), { type: 'patient.read', patients })
  await sealNew(house.deps)
  await anchor(house.deps)
}

test('a database knows its secret from its first start on, and refuses another', async () => {
  const { db, secret } = house.deps
  await refuseOtherSecret(db, OTHER) // nothing is in it yet
  await claimSecret(db, secret)
  await claimSecret(db, secret)
  await expect(claimSecret(db, OTHER)).rejects.toThrow('made with another SECRET')
  await expect(refuseOtherSecret(db, OTHER)).rejects.toThrow('made with another SECRET')
})

test('a database from before that is known by the signature of its last anchor', async () => {
  const { db, secret } = house.deps
  await anchorSomething()
  await expect(claimSecret(db, OTHER)).rejects.toThrow('made with another SECRET')
  await claimSecret(db, secret)
})

test('a new database does not write its anchors behind those of another', async () => {
  await refuseStrangeAnchors(house.deps)
  await anchorSomething()
  await refuseStrangeAnchors(house.deps)

  const other = await openHouse({ env: { DATA_DIR: folder } })
  await expect(refuseStrangeAnchors(other.deps)).rejects.toThrow('audit anchors of another one')
  await other.close()
})
