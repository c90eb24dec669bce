import { parentPort } from 'node:worker_threads'
import { type BlockTask, shortlistBlock } from '@viceversa/matching/shortlist/shortlist-block.ts'

parentPort!.on('message', (task: BlockTask) => {
  const result = shortlistBlock(task)
  const buffers = [result.ofMentors, result.ofLeaders].flatMap(({ partners, scores }) =>
    [partners.start, partners.value, scores].map(({ buffer }) => buffer as ArrayBuffer),
  )
  parentPort!.postMessage(result, buffers)
})
