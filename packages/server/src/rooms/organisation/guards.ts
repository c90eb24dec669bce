import { api } from '../../platform/http/operations.ts'
import { expectSetUpKey } from './set-up-key.ts'

/**
 * Guard: somebody in the sample, or whoever could make the first start: this machine's people, or holders of the
 * set-up key. A session in the sample ends like any other, and one must still get out.
 */
export const sampleVisitor = api.middleware(
  async ({ context, next }, input: { setUpKey?: string | undefined } | undefined) => {
    if (!context.session) expectSetUpKey(context.platform.config, input?.setUpKey)
    return await next()
  },
)
