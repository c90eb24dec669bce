import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import type { MatchRun, Proposal, ProposedPair } from '@viceversa/domain/match-runs/contract.ts'
import { clsx } from 'clsx'
import { PairAvatar } from '../../ui/PairAvatar.tsx'
import { pairKey } from './changed-pairs.ts'
import { FitEvidence, outOf100 } from './FitEvidence.tsx'
import styles from './Studio.module.css'
import { sortPairs } from './sort-pairs.ts'
import { WhyNotPanel } from './WhyNotPanel.tsx'

type PairPanelProps = {
  run: MatchRun
  proposal: Proposal
  selectedKey: string | null
  older: boolean
}

/** Everything about the selected pair: points with their reasons, the rules, and "why not" somebody else. */
export function PairPanel({ run, proposal, selectedKey, older }: PairPanelProps) {
  const { t } = useLingui()
  const pair =
    proposal.pairs.find((each) => pairKey(each) === selectedKey) ?? sortPairs(proposal, 'lowest-fit')[0]
  if (!pair) return null
  return (
    <aside aria-label={t`Selected pair`} className={styles.panel}>
      <section
        className={clsx(styles.reasons, older && styles.older)}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t`Reasons for this pair`}
      >
        <PairReasons run={run} proposal={proposal} pair={pair} />
      </section>
      <WhyNotPanel key={pairKey(pair)} run={run} proposal={proposal} pair={pair} />
    </aside>
  )
}

type PairReasonsProps = { run: MatchRun; proposal: Proposal; pair: ProposedPair }

/** Names, points and reasons of one pair; also what a phone shows. */
export function PairReasons({ run, proposal, pair }: PairReasonsProps) {
  const mentor = proposal.people.find(({ id, seat }) => seat === 'mentor' && id === pair.mentorId)
  const leader = proposal.people.find(({ id, seat }) => seat === 'leader' && id === pair.leaderId)
  if (!mentor || !leader) return null
  const [mentorName, leaderName] = [mentor.givenName, leader.givenName]
  return (
    <>
      <header className={styles.panelHead}>
        <PairAvatar mentor={mentor.displayName} leader={leader.displayName} size={40} layout="diagonal" />
        <div>
          <h2>
            <Trans>
              {mentorName} and {leaderName}
            </Trans>
          </h2>
          <p>{[mentor.jobTitle, leader.jobTitle].filter(Boolean).join(' · ')}</p>
        </div>
        <p className={styles.total}>
          <strong>{outOf100(pair.fit)}</strong> <Trans>of 100</Trans>
        </p>
      </header>
      <FitEvidence parts={pair.parts} mentor={mentor} leader={leader} themeNames={proposal.themeNames} />
      <RulesHold run={run} pair={pair} />
    </>
  )
}

/** A proposed pair breaks no rule; says how many hold, and how far apart the two stand. */
function RulesHold({ run, pair }: { run: MatchRun; pair: ProposedPair }) {
  const all = Object.values(run.rules)
  const on = all.filter((rule) => rule.on).length
  const apart = pair.levelsApart
  return (
    <p className={styles.holds}>
      <IconCircleCheck size={17} aria-hidden />
      <span>
        {on === all.length ? (
          <Trans>All rules hold.</Trans>
        ) : (
          plural(on, { one: 'The one rule that is on holds.', other: 'All # rules that are on hold.' })
        )}{' '}
        {apart !== null && apart > 0 && plural(apart, { one: 'One level apart.', other: '# levels apart.' })}
      </span>
    </p>
  )
}
