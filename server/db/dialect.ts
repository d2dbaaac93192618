// One process speaks one dialect: the scheme of DATABASE_URL decides, before the schema is built.
export const dialect = /^postgres(ql)?:/.test(process.env.DATABASE_URL ?? '') ? 'postgres' : 'sqlite'
