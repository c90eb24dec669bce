import { Trans, useLingui } from '@lingui/react/macro'
import IconDots from '@tabler/icons-react/icons/IconDots'
import IconHistory from '@tabler/icons-react/icons/IconHistory'
import IconPencil from '@tabler/icons-react/icons/IconPencil'
import IconTrash from '@tabler/icons-react/icons/IconTrash'
import { keepPreviousData, useIsMutating, useQuery } from '@tanstack/react-query'
import type { MatchRun, Proposal, ProposalFigures } from '@viceversa/domain/match-runs/contract.ts'
import type { Programme } from '@viceversa/domain/programmes/contract.ts'
import { clsx } from 'clsx'
import { useEffect, useId, useState } from 'react'
import { useShellMode } from '../../app/shell/shell-context.ts'
import { TopBar } from '../../app/shell/TopBar.tsx'
import { useFormat } from '../../platform/Formatting.tsx'
import { useMediaQuery } from '../../platform/useMediaQuery.ts'
import { Button, IconButton, LinkButton } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { ScenarioTabs } from '../../ui/ScenarioTabs.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Tag } from '../../ui/Tag.tsx'
import { toast } from '../../ui/toasts.ts'
import { LevelGapReasonDialog } from './LevelGapReasonDialog.tsx'
import type { Published } from './MatchingPage.tsx'
import { useMatchingStop } from './matching-stop.ts'
import { NewScenario } from './NewScenario.tsx'
import { PairList } from './PairList.tsx'
import { PairPanel } from './PairPanel.tsx'
import { PhoneReview } from './PhoneReview.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { proposalQuery, useDiscardMatchRun } from './queries.ts'
import { RenameScenario } from './RenameScenario.tsx'
import { RuleHistory } from './RuleHistory.tsx'
import { SettingsPanel } from './SettingsPanel.tsx'
import { NobodyToMatch } from './StartMatching.tsx'
import styles from './Studio.module.css'
import { useRecalculation } from './use-recalculation.ts'
import { useSettings } from './use-settings.ts'
import { useTabFigures } from './use-tab-figures.ts'
import { WithoutAnswer } from './WithoutAnswer.tsx'

export type Scenario = MatchRun & { figures: ProposalFigures | null }

type StudioProps = {
  programme: Programme
  /** The drafts; at least one. */
  runs: readonly Scenario[]
  onPublished: (published: Published) => void
}

/** The matching studio: scenarios above; rules and weights, the pairs, and the reasons of one pair side by side. */
export function Studio({ programme, runs, onPublished }: StudioProps) {
  const { t } = useLingui()
  const panelId = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  const [adding, setAdding] = useState(false)
  const phone = useMediaQuery('(max-width: 820px)')
  useShellMode({ rail: true, fill: true })
  const run = runs.find(({ id }) => id === chosen) ?? runs[0]
  const tabFigures = useTabFigures()
  const stop = useMatchingStop()
  if (!run) return null

  return (
    <>
      <ScenarioTabs
        label={t`Scenarios`}
        panelId={panelId}
        scenarios={runs.map(({ id, name, figures }) => ({
          key: id,
          label: name,
          figures: tabFigures(figures, runs),
        }))}
        selected={run.id}
        onSelect={setChosen}
        onAdd={phone || stop ? undefined : () => setAdding(true)}
      />
      <ScenarioView key={run.id} {...{ programme, run, runs, phone, panelId, onPublished }} />
      <NewScenario
        open={adding}
        onClose={() => setAdding(false)}
        programmeId={programme.id}
        copyOf={run}
        onCreated={setChosen}
      />
    </>
  )
}

type ScenarioViewProps = StudioProps & { run: Scenario; phone: boolean; panelId: string }

function ScenarioView({ programme, run, runs, phone, panelId, onPublished }: ScenarioViewProps) {
  const { t } = useLingui()
  /** What was on the screen when the question was asked; others may change it meanwhile. */
  const [reviewed, setReviewed] = useState<Proposal | null>(null)
  const [wanted, setWanted] = useState(false)
  const edited = useSettings(run)
  const [askingReason, setAskingReason] = useState(false)
  const answer = useQuery({ ...proposalQuery(run.id), placeholderData: keepPreviousData })
  const failed = answer.error !== null && !answer.isFetching
  // After a refusal the cache still holds the answer before it, which is no proposal any more.
  const proposal = !failed && answer.data?.matchRunId === run.id ? answer.data : undefined
  const changed = useRecalculation(proposal)
  const [selectedKey, setSelectedKey] = useState<string | null>(null)
  const older = edited.saving || answer.isFetching
  const unsettled = useIsMutating() > 0 || older
  // A question about pairs that are being worked out again would be refused; it waits for what follows from one's own click.
  useEffect(() => {
    if (!wanted || unsettled) return
    setWanted(false)
    setReviewed(proposal ?? null)
  }, [wanted, unsettled, proposal])
  const review = () => setWanted(true)

  return (
    <>
      <StudioBar
        {...{ programme, run, runs, phone, proposal, saving: edited.saving, reviewing: wanted }}
        onReview={review}
      />
      <div
        role="tabpanel"
        id={panelId}
        aria-label={run.name}
        className={clsx(styles.studio, phone && styles.phone)}
      >
        {phone ? null : (
          <SettingsPanel {...{ run, edited, proposal }} onAskReason={() => setAskingReason(true)} />
        )}
        <Middle
          {...{ programme, run, phone, proposal, answer, changed, older, selectedKey, reviewing: wanted }}
          onSelect={setSelectedKey}
          onReview={review}
        />
        {!phone && proposal && proposal.pairs.length > 0 && (
          <PairPanel run={run} proposal={proposal} selectedKey={selectedKey} older={older} />
        )}
      </div>
      {/* Outside the panel, so that words half written outlive the turn of a tablet. */}
      <LevelGapReasonDialog
        open={askingReason}
        words={run.levelGapReason?.words ?? ''}
        onClose={() => setAskingReason(false)}
        onGiven={(levelGapReason) => {
          const rules = { ...edited.settings.rules, levelGap: { on: true, minimum: 1 } }
          edited.change({ rules, levelGapReason })
          setAskingReason(false)
        }}
      />
      {proposal && (
        <PublishDialog
          open={reviewed !== null}
          onClose={() => setReviewed(null)}
          programme={programme}
          run={run}
          proposal={reviewed ?? proposal}
          onPublished={(published) => {
            toast(t`The proposals are on their way`)
            onPublished(published)
          }}
        />
      )}
    </>
  )
}

type MiddleProps = {
  programme: Programme
  run: Scenario
  phone: boolean
  proposal: Proposal | undefined
  answer: { error: unknown; isFetching: boolean; refetch: () => unknown }
  changed: ReadonlySet<string>
  older: boolean
  selectedKey: string | null
  /** The question before publishing waits for the newest pairs. */
  reviewing: boolean
  onSelect: (key: string) => void
  onReview: () => void
}

function Middle({
  programme,
  run,
  phone,
  proposal,
  answer,
  changed,
  older,
  selectedKey,
  reviewing,
  onSelect,
  onReview,
}: MiddleProps) {
  if (answer.error && !answer.isFetching) {
    return <WithoutAnswer run={run} error={answer.error} onRetry={() => answer.refetch()} />
  }
  if (!proposal) {
    return (
      <div className={styles.waiting}>
        <Skeleton lines={8} height={44} />
      </div>
    )
  }
  const mentors = proposal.people.filter(({ seat }) => seat === 'mentor').length
  const leaders = proposal.people.length - mentors
  if (mentors === 0 || leaders === 0) {
    return (
      <div className={styles.waiting}>
        <NobodyToMatch
          again={false}
          mentors={mentors}
          leaders={leaders}
          action={
            <LinkButton href={`/programmes/${programme.id}/people`}>
              <Trans>See who stands where</Trans>
            </LinkButton>
          }
        />
      </div>
    )
  }
  if (phone) return <PhoneReview programmeId={programme.id} {...{ run, proposal, reviewing, onReview }} />
  return <PairList {...{ run, proposal, changed, older, selectedKey, onSelect }} programmeId={programme.id} />
}

type StudioBarProps = Omit<ScenarioViewProps, 'panelId' | 'onPublished'> & {
  proposal: Proposal | undefined
  saving: boolean
  reviewing: boolean
  onReview: () => void
}

function StudioBar({ programme, run, runs, phone, proposal, saving, reviewing, onReview }: StudioBarProps) {
  const { t } = useLingui()
  const format = useFormat()
  const [renaming, setRenaming] = useState(false)
  const discard = useDiscardMatchRun(programme.id)
  const [showingHistory, setShowingHistory] = useState(false)
  const stop = useMatchingStop()
  const nothing = stop
    ? t`Nobody is asked in this programme any more.`
    : proposal && proposal.pairs.length > 0
      ? undefined
      : t`There is no pair to propose yet.`

  const tools = phone ? undefined : (
    <>
      <Button variant="quiet" icon={IconHistory} onClick={() => setShowingHistory(true)}>
        <Trans>History</Trans>
      </Button>
      {!stop && (
        <Menu
          label={t`This scenario`}
          align="end"
          trigger={(props) => <IconButton {...props} icon={IconDots} label={t`This scenario`} bordered />}
          items={[
            { key: 'rename', label: t`Rename`, icon: IconPencil, onSelect: () => setRenaming(true) },
            ...(runs.length > 1
              ? [
                  {
                    key: 'discard',
                    label: t`Discard`,
                    icon: IconTrash,
                    destructive: true,
                    onSelect: () => discard.mutate(run.id),
                  },
                ]
              : []),
          ]}
        />
      )}
      <Button
        variant="primary"
        disabledReason={nothing}
        busy={reviewing && t`Working out`}
        onClick={() => proposal && onReview()}
      >
        <Trans>Review and propose…</Trans>
      </Button>
    </>
  )
  return (
    <>
      <TopBar
        heading
        place={t`Matching studio`}
        trail={[{ label: programme.name, href: `/programmes/${programme.id}` }]}
        status={
          <Tag plain>
            {stop ? (
              <Trans>To read only</Trans>
            ) : saving ? (
              <Trans>Saving</Trans>
            ) : (
              <Trans>Draft, saved {format.time(run.updatedAt)}</Trans>
            )}
          </Tag>
        }
        tools={tools}
      />
      <RuleHistory run={run} open={showingHistory} onClose={() => setShowingHistory(false)} />
      <RenameScenario open={renaming} onClose={() => setRenaming(false)} run={run} />
    </>
  )
}
