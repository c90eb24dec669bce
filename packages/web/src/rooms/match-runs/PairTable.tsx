import { Trans, useLingui } from '@lingui/react/macro'
import IconBan from '@tabler/icons-react/icons/IconBan'
import IconPin from '@tabler/icons-react/icons/IconPin'
import IconPinned from '@tabler/icons-react/icons/IconPinned'
import type { MatchRun, Proposal, ProposedPair } from '@viceversa/domain/match-runs/contract.ts'
import { clsx } from 'clsx'
import { type KeyboardEvent, useState } from 'react'
import { IconButton } from '../../ui/Button.tsx'
import { FitBar } from '../../ui/FitBar.tsx'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import { RoleWord } from '../../ui/RoleWord.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { BanDialog } from './BanDialog.tsx'
import { pairKey } from './changed-pairs.ts'
import { outOf100 } from './FitEvidence.tsx'
import { useMatchingStop } from './matching-stop.ts'
import { ProblemMessage } from './ProblemMessage.tsx'
import { useDecide } from './queries.ts'
import styles from './Studio.module.css'

type PairTableProps = {
  run: MatchRun
  proposal: Proposal
  pairs: readonly ProposedPair[]
  changed: ReadonlySet<string>
  selectedKey: string | null
  onSelect: (key: string) => void
}

type Person = Proposal['people'][number]

/** One row per pair. A press or the arrow keys choose a pair; each row can be pinned or ruled out. */
export function PairTable({ run, proposal, pairs, changed, selectedKey, onSelect }: PairTableProps) {
  const decide = useDecide(run)
  const [banning, setBanning] = useState<{ mentor: Person; leader: Person } | null>(null)
  const people = new Map(proposal.people.map((person) => [`${person.seat} ${person.id}`, person]))
  const selected = pairs.some((pair) => pairKey(pair) === selectedKey) ? selectedKey : pairKey(pairs[0]!)

  return (
    <>
      <ProblemMessage error={decide.error} />
      <table className={styles.pairs}>
        <caption>
          <VisuallyHidden>
            <Trans>Proposed pairs</Trans>
          </VisuallyHidden>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <RoleWord role="mentor" />
            </th>
            <th scope="col">
              <Trans>Fit, of 100</Trans>
            </th>
            <th scope="col">
              <RoleWord role="leader" />
            </th>
            <th scope="col">
              <VisuallyHidden>
                <Trans>Decide</Trans>
              </VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={moveBetweenRows}>
          {pairs.map((pair) => {
            const key = pairKey(pair)
            const mentor = people.get(`mentor ${pair.mentorId}`)
            const leader = people.get(`leader ${pair.leaderId}`)
            if (!mentor || !leader) return null
            return (
              <PairRow
                key={key}
                {...{ pair, mentor, leader }}
                selected={key === selected}
                changed={changed.has(key)}
                onSelect={() => onSelect(key)}
                onPin={() =>
                  decide.mutate({
                    mentorId: pair.mentorId,
                    leaderId: pair.leaderId,
                    decision: pair.pinned ? 'none' : 'pin',
                  })
                }
                onBan={() => setBanning({ mentor, leader })}
              />
            )
          })}
        </tbody>
      </table>
      <BanDialog
        pair={banning}
        onClose={() => setBanning(null)}
        onBan={(reason) => {
          if (!banning) return
          decide.mutate({
            mentorId: banning.mentor.id,
            leaderId: banning.leader.id,
            decision: 'ban',
            reason,
          })
          setBanning(null)
        }}
      />
    </>
  )
}

type PairRowProps = {
  pair: ProposedPair
  mentor: Person
  leader: Person
  selected: boolean
  changed: boolean
  onSelect: () => void
  onPin: () => void
  onBan: () => void
}

function PairRow({ pair, mentor, leader, selected, changed, onSelect, onPin, onBan }: PairRowProps) {
  const { t } = useLingui()
  const stop = useMatchingStop()
  const [mentorName, leaderName] = [mentor.displayName, leader.displayName]
  return (
    <tr className={clsx(selected && styles.selected)}>
      <td>
        <button
          type="button"
          className={styles.choose}
          aria-pressed={selected}
          aria-label={t`${mentorName} and ${leaderName}, show the reasons`}
          onClick={onSelect}
        />
        <PersonCell person={mentor} changed={changed} />
      </td>
      <td>
        <FitBar points={outOf100(pair.fit)} />
      </td>
      <td>
        <PersonCell person={leader} />
      </td>
      <td className={styles.decide}>
        <IconButton
          icon={pair.pinned ? IconPinned : IconPin}
          label={
            pair.pinned ? t`Unpin ${mentorName} and ${leaderName}` : t`Pin ${mentorName} and ${leaderName}`
          }
          aria-pressed={pair.pinned}
          disabled={stop !== null}
          className={clsx(pair.pinned && styles.pinned)}
          onClick={onPin}
        />
        <IconButton
          icon={IconBan}
          label={t`Never pair ${mentorName} and ${leaderName}`}
          disabled={stop !== null}
          onClick={onBan}
        />
      </td>
    </tr>
  )
}

function PersonCell({ person, changed = false }: { person: Person; changed?: boolean }) {
  return (
    <span className={styles.person}>
      <PersonAvatar name={person.displayName} role={person.seat} size={36} />
      <span className={styles.words}>
        <strong>
          {person.displayName}
          {changed && (
            <>
              <i className={styles.changed} aria-hidden="true" />
              <VisuallyHidden>
                {' '}
                <Trans>changed</Trans>
              </VisuallyHidden>
            </>
          )}
        </strong>
        <small>{placeOf(person)}</small>
      </span>
    </span>
  )
}

export function placeOf({ jobTitle, site }: Pick<Person, 'jobTitle' | 'site'>): string {
  return [jobTitle, site].filter(Boolean).join(', ')
}

/** Up and down go to the pair above or below and choose it, wherever in the row the focus stands. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const row = (event.target as HTMLElement).closest('tr')
  const next = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling
  const button = next?.querySelector('button')
  if (!button) return
  event.preventDefault()
  button.focus()
  button.click()
}
