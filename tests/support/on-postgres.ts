// Runs before a test file is imported, and so before the schema is.
import { inject } from 'vitest'

process.env.DATABASE_URL = inject('postgres')
