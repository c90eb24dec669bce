import type { MatchingStop } from '@viceversa/domain/programmes/programme-states.ts'
import { createContext, useContext } from 'react'

/** Why nobody can be matched in the programme on screen; null while people can be. */
export const MatchingStopContext = createContext<MatchingStop | null>(null)

/** With a stop the studio can be looked at, and nothing in it changed. */
export function useMatchingStop(): MatchingStop | null {
  return useContext(MatchingStopContext)
}
