import { createHash } from 'node:crypto'
import type { kyselyAdapter } from '@better-auth/kysely-adapter'

type Adapter = ReturnType<ReturnType<typeof kyselyAdapter>>
type Where = Parameters<Adapter['findOne']>[0]['where']

/** What stands in the table for a session's token: whoever reads the table cannot sign in with it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/**
 * Stores sessions under the hash of their token. The library writes the token as it is; this stands between it and
 * the table: hashed on the way in and in conditions, and given back as it came in to whoever presented it.
 */
export function hashingSessionTokens(adapter: Adapter): Adapter {
  return {
    ...hashed(adapter),
    transaction: (work) => adapter.transaction((within) => work(hashed(within as Adapter))),
  }
}

function hashed(adapter: Adapter): Adapter {
  return {
    ...adapter,
    async create(request) {
      const token: unknown = request.data.token
      if (request.model !== 'session' || typeof token !== 'string')
        return (await adapter.create(request)) as never
      const created = await adapter.create({ ...request, data: { ...request.data, token: hashToken(token) } })
      return { ...created, token } as never
    },
    async findOne(request) {
      return withToken(await adapter.findOne(hashedIn(request)), request) as never
    },
    findMany: (request) => adapter.findMany(hashedIn(request)),
    async update(request) {
      return withToken(await adapter.update(hashedIn(request)), request) as never
    },
    updateMany: (request) => adapter.updateMany(hashedIn(request)),
    delete: (request) => adapter.delete(hashedIn(request)),
    deleteMany: (request) => adapter.deleteMany(hashedIn(request)),
    async consumeOne(request) {
      return withToken(await adapter.consumeOne(hashedIn(request)), request) as never
    },
    count: (request) => adapter.count(hashedIn(request)),
  }
}

function hashedIn<T extends { model: string; where?: Where | undefined }>(request: T): T {
  if (request.model !== 'session' || !request.where) return request
  const where = request.where.map((condition) =>
    condition.field === 'token' ? { ...condition, value: hashedValue(condition.value) } : condition,
  )
  return { ...request, where }
}

function hashedValue(value: Where[number]['value']): Where[number]['value'] {
  if (typeof value === 'string') return hashToken(value)
  if (Array.isArray(value)) return value.map((token) => hashToken(String(token)))
  return value
}

function withToken<T>(row: T, { model, where }: { model: string; where: Where }): T {
  const token = where.find(({ field }) => field === 'token')?.value
  return row && model === 'session' && typeof token === 'string' ? { ...row, token } : row
}
