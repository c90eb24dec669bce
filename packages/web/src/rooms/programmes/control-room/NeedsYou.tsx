import { Trans } from '@lingui/react/macro'
import type { ControlRoom } from '@viceversa/domain/programmes/contract.ts'
import { useState } from 'react'
import { TextButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Section } from '../../../ui/Section.tsx'
import styles from './NeedsYou.module.css'
import { NeedsYouItem } from './NeedsYouItem.tsx'
import { SignalRules } from './SignalRules.tsx'

/** What waits for a programme manager, the most pressing first. */
export function NeedsYou({ room }: { room: ControlRoom }) {
  const [showsRules, setShowsRules] = useState(false)
  return (
    <Section
      title={<Trans>Needs you</Trans>}
      aside={
        <TextButton onClick={() => setShowsRules(true)}>
          <Trans>All signals and their rules</Trans>
        </TextButton>
      }
    >
      {room.needsYou.length === 0 ? (
        <NothingToDo room={room} />
      ) : (
        <ol className={styles.list}>
          {room.needsYou.map((item) => (
            <NeedsYouItem key={item.pairId ?? item.kind} item={item} room={room} />
          ))}
        </ol>
      )}
      <SignalRules open={showsRules} onClose={() => setShowsRules(false)} room={room} />
    </Section>
  )
}

function NothingToDo({ room }: { room: ControlRoom }) {
  const isMatched = room.pairs.length > 0
  return (
    <EmptyState title={<Trans>Nothing needs you today</Trans>}>
      {isMatched ? (
        <Trans>Every pair has its rhythm. The moment one loses it, it stands here with a suggestion.</Trans>
      ) : (
        <Trans>Invitations are out. As soon as mentors and leaders are ready, matching stands here.</Trans>
      )}
    </EmptyState>
  )
}
