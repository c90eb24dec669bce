import { publishUpdate } from '../../platform/events/publish-update.ts'
import { api, signedIn } from '../../platform/http/operations.ts'
import { programmeManager } from '../programmes/guards.ts'
import { answerPair } from './answer-pair.ts'
import { managedPairs, myPair, myPairs } from './show-pairs.ts'

export const pairsRoutes = {
  list: api.pairs.list
    .use(programmeManager)
    .handler(({ input, context }) =>
      context.act((db) => managedPairs(db, input.programmeId, context.platform.clock.now())),
    ),

  mine: api.pairs.mine.use(signedIn).handler(({ context }) => context.act((db) => myPairs(db, context.me))),

  // Row-level security shows a pair to its two members alone here; everybody else hears that there is none.
  show: api.pairs.show
    .use(signedIn)
    .handler(({ input, context }) => context.act((db) => myPair(db, context.me, input.pairId))),

  answer: api.pairs.answer.use(signedIn).handler(({ input, context }) =>
    context.act(async (db) => {
      const sender = { address: context.platform.config.address }
      const now = context.platform.clock.now()
      const { pair, started } = await answerPair(db, input.pairId, input.answer, context.me, sender, now)
      // An update at the moment of an answer would tell the partner that there is one.
      const concerned = { persons: started ? [pair.mentorId, pair.leaderId] : [context.me] }
      await publishUpdate(db, { topic: 'pair', id: pair.id, to: concerned })
      await publishUpdate(db, { topic: 'me', to: concerned })
      await publishUpdate(db, {
        topic: 'programme',
        id: pair.programmeId,
        to: { programmeManagersOf: pair.programmeId },
      })
      return await myPair(db, context.me, input.pairId)
    }),
  ),
}
