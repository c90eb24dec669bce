import { fileURLToPath } from 'node:url'
import { type Plugin, runnerImport } from 'vite'

const CONTRACT = fileURLToPath(new URL('../../domain/src/contract.ts', import.meta.url))

type Operation = {
  readonly '~orpc': { readonly route: { readonly method?: string; readonly path?: string } }
}
type Contract = Readonly<Record<string, Readonly<Record<string, Operation>>>>

/**
 * Leaves of the contract what a client needs to ask: the method and the address of every operation. The schemas, which
 * the server checks anyway, and the library they are made with are a fifth of what a first visit would load.
 */
export function addressesOfContract(): Plugin {
  return {
    name: 'viceversa-addresses-of-contract',
    async load(id) {
      if (id !== CONTRACT) return null
      const { module, dependencies } = await runnerImport<{ contract: Contract }>(CONTRACT)
      for (const file of dependencies) this.addWatchFile(file)
      return `const at = (method, path) => ({ '~orpc': { errorMap: {}, meta: {}, route: { method, path } } })
export const contract = {${Object.entries(module.contract).map(room).join('\n')}}`
    },
  }
}

function room([name, operations]: [string, Contract[string]]): string {
  const lines = Object.entries(operations).map(([operation, { '~orpc': procedure }]) => {
    const { method, path, ...rest } = procedure.route
    if (!method || !path) throw new Error(`${name}.${operation} has no address of its own.`)
    if ('inputStructure' in rest || 'outputStructure' in rest)
      throw new Error(`${name}.${operation} is not compact, which is all that the client knows.`)
    return `${operation}: at('${method}', '${path}')`
  })
  return `${name}: { ${lines.join(', ')} },`
}
