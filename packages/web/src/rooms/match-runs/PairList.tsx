import { Plural, Trans, useLingui } from '@lingui/react/macro'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import IconFilter from '@tabler/icons-react/icons/IconFilter'
import type { MatchRun, Proposal } from '@viceversa/domain/match-runs/contract.ts'
import { clsx } from 'clsx'
import { useMemo, useState } from 'react'
import { useFormat } from '../../platform/Formatting.tsx'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/Select.tsx'
import { LeftOverPeople } from './LeftOverPeople.tsx'
import { PairCount } from './PairCount.tsx'
import { PairTable } from './PairTable.tsx'
import styles from './Studio.module.css'
import { type PairOrder, sortPairs } from './sort-pairs.ts'
import { useObjectives } from './use-objectives.ts'

type PairListProps = {
  programmeId: string
  run: MatchRun
  proposal: Proposal
  changed: ReadonlySet<string>
  /** The proposal shown is not the newest: it is dimmed until the newest arrives. */
  older: boolean
  selectedKey: string | null
  onSelect: (key: string) => void
}

/** The proposed pairs, then the people without one, and what was proven about the whole. */
export function PairList({
  programmeId,
  run,
  proposal,
  changed,
  older,
  selectedKey,
  onSelect,
}: PairListProps) {
  const { t } = useLingui()
  const [order, setOrder] = useState<PairOrder>('lowest-fit')
  const [onlyPinned, setOnlyPinned] = useState(false)
  const pinned = proposal.pairs.filter((pair) => pair.pinned).length
  const sorted = useMemo(() => sortPairs(proposal, order), [proposal, order])
  const shown = onlyPinned && pinned > 0 ? sorted.filter((pair) => pair.pinned) : sorted
  const orders: { value: PairOrder; label: string }[] = [
    { value: 'lowest-fit', label: t`Lowest fit first` },
    { value: 'highest-fit', label: t`Highest fit first` },
    { value: 'mentor', label: t`By mentor` },
    { value: 'leader', label: t`By leader` },
  ]

  return (
    <section aria-labelledby="proposed-pairs" className={styles.list}>
      <div className={styles.listHead}>
        <h2 id="proposed-pairs">
          <PairCount count={proposal.pairs.length} />
        </h2>
        {proposal.pairs.length > 0 ? <Reserve proposal={proposal} /> : <span className={styles.reserve} />}
        {pinned > 0 && (
          <Button
            variant="quiet"
            size="small"
            icon={IconFilter}
            aria-pressed={onlyPinned}
            onClick={() => setOnlyPinned(!onlyPinned)}
          >
            <Trans>Pinned {pinned}</Trans>
          </Button>
        )}
        <Select label={t`Order`} labelHidden value={order} onChange={setOrder} options={orders} />
      </div>
      <section
        className={clsx(styles.scroll, older && styles.older)}
        aria-busy={older}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t`Pairs and people without a pair`}
      >
        {shown.length > 0 && (
          <PairTable {...{ run, proposal, changed, selectedKey, onSelect }} pairs={shown} />
        )}
        {proposal.pairs.length === 0 && <NoPairs />}
        <LeftOverPeople programmeId={programmeId} proposal={proposal} />
      </section>
      {proposal.pairs.length > 0 && <Proven run={run} proposal={proposal} shown={shown.length} />}
    </section>
  )
}

function Reserve({ proposal }: { proposal: Proposal }) {
  const mentors = proposal.leftOver.filter(({ seat }) => seat === 'mentor').length
  const leaders = proposal.leftOver.length - mentors
  return (
    <p className={styles.reserve}>
      {mentors > 0 && (
        <Plural value={mentors} one="one mentor stays in reserve" other="# mentors stay in reserve" />
      )}
      {mentors > 0 && leaders > 0 && ', '}
      {leaders > 0 && (
        <Plural value={leaders} one="one leader has nobody yet" other="# leaders have nobody yet" />
      )}
    </p>
  )
}

/** People are ready, but no two of them may be paired. */
function NoPairs() {
  return (
    <div className={styles.noPairs}>
      <h3>
        <Trans>No two people may be paired under these rules</Trans>
      </h3>
      <p>
        <Trans>
          Below you see for each person which rule stands in the way, and which change would help.
        </Trans>
      </p>
    </div>
  )
}

function Proven({ run, proposal, shown }: { run: MatchRun; proposal: Proposal; shown: number }) {
  const format = useFormat()
  const objectives = useObjectives()
  const seconds = format.number(Math.max(proposal.tookMs, 10) / 1000, proposal.tookMs < 100 ? 2 : 1)
  const reached = objectives.reached(run.objective)
  const all = proposal.pairs.length
  return (
    <p className={styles.proven}>
      <IconCircleCheck size={18} aria-hidden />
      <span>
        <Trans>
          {reached} Found in {seconds} s. The same inputs always give the same pairs.
        </Trans>
      </span>
      <span className={styles.shown}>
        <Trans>
          {shown} of {all} shown
        </Trans>
      </span>
    </p>
  )
}
