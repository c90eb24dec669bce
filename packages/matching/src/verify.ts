import type { Candidates, Fault, Solution, Verification } from './types.ts'
import { blockingOf } from './verify/blocking.ts'
import { figureFaults } from './verify/figures.ts'
import { ledgerOf } from './verify/ledger.ts'
import { proofFaults } from './verify/proof.ts'

/**
 * Checks an answer against the candidates it was made from: only allowed pairs, each once, within capacities, pins in,
 * bans out, figures right, and that nothing better exists, by the prices in its certificate (or, for `stable`, by
 * looking for a pair that would rather have each other).
 *
 * Written apart from the solver: it shares types with it and no code. It trusts the candidates.
 *
 * @returns Every fault found. When pairs themselves are wrong, the proof is not looked at.
 *
 * O(allowed pairs) per goal.
 */
export function verify(candidates: Candidates, solution: Solution): Verification {
  const ledger = ledgerOf(candidates, solution)
  const faults: Fault[] = [...ledger.faults]
  if (faults.length === 0) {
    faults.push(...figureFaults(candidates, solution, ledger))
    faults.push(...optimalityFaults())
  }
  return { correct: faults.length === 0, faults }

  function optimalityFaults(): Fault[] {
    const { objective } = solution.settings
    const { certificate } = solution
    if (objective === 'stable') {
      if (certificate.kind !== 'stable') return [{ fault: 'wrong-certificate' }]
      return blockingOf(ledger).map((edge) => ({
        fault: 'blocking',
        mentorId: candidates.mentors[ledger.mentorOf[edge]!]!.id,
        leaderId: candidates.leaders[candidates.leader[edge]!]!.id,
      }))
    }
    if (certificate.kind !== 'prices') return [{ fault: 'wrong-certificate' }]
    return proofFaults(objective, certificate.levels, ledger)
  }
}
