// Makes rows of shares beside other threads, and writes them when it is its turn.
import { parentPort, workerData } from 'node:worker_threads'
import { openDatabase } from '../../db/open.ts'
import { createDefinitions } from '../../definitions/reader.ts'
import { createIds } from '../../ids.ts'
import type { Gathered } from './gather.ts'
import { makeShare, type Share } from './share.ts'
import type { Heard, Told } from './threads.ts'
import { writeRows } from './write.ts'

const database = await openDatabase((workerData as { databaseUrl: string }).databaseUrl)
const tools = { definitions: createDefinitions(database.db), newId: createIds(() => new Date()) }
let made: { share: Share; rows: Gathered } | null = null

const say = (heard: Heard) => parentPort?.postMessage(heard)

async function act(told: Told): Promise<void> {
  if (told.kind === 'make') {
    made = { share: told.share, rows: await makeShare(tools, told.share) }
    say({ kind: 'made' })
  } else if (told.kind === 'write' && made) {
    const scores = await writeRows(database, tools, made.share.place, made.rows)
    made = null
    say({ kind: 'written', scores })
  } else {
    await database.close()
    parentPort?.close()
  }
}

// A failure is thrown where nobody catches it: that ends the thread, and who started it hears of it.
parentPort?.on('message', (told: Told) => void act(told))
