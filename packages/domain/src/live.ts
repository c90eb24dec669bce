import { z } from 'zod'
import { id } from './wire.ts'

/** What a live update says: that something changed, never what. The screen asks for it again with its own rights. */
export const liveTopic = z.enum([
  'me',
  'people',
  'people-import',
  'programme',
  'enrolment',
  'match-run',
  'pair',
  'mail',
])
export type LiveTopic = z.infer<typeof liveTopic>

export const liveUpdate = z.object({ topic: liveTopic, id: id.optional() })
export type LiveUpdate = z.infer<typeof liveUpdate>
