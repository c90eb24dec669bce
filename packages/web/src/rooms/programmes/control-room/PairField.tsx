import { Plural, Trans } from '@lingui/react/macro'
import type { ControlRoom } from '@viceversa/domain/programmes/contract.ts'
import { clsx } from 'clsx'
import { Anchor } from '../../../ui/Anchor.tsx'
import { AudienceLine } from '../../../ui/AudienceLine.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PairSignal, PairSignalKey } from '../../../ui/PairSignal.tsx'
import { Section } from '../../../ui/Section.tsx'
import { VisuallyHidden } from '../../../ui/VisuallyHidden.tsx'
import styles from './PairField.module.css'
import { usePairFact } from './pair-fact.ts'

type Pair = ControlRoom['pairs'][number]

/** One tile per pair, in the order of matching and never of health; the distance of the two shapes is the signal. */
export function PairField({ room }: { room: ControlRoom }) {
  const { pairs, spareMentors, programme } = room
  const href = `/programmes/${programme.id}/pairs`
  if (pairs.length === 0) return <NoPairs room={room} />
  return (
    <Section
      title={<Plural value={pairs.length} one="# pair" other="# pairs" />}
      aside={
        <Anchor href={href}>
          <Trans>Open as table</Trans>
        </Anchor>
      }
    >
      <Legend pairs={pairs} />
      <ul className={styles.field}>
        {pairs.map((pair) => (
          <li key={pair.id}>
            <Tile pair={pair} room={room} href={href} />
          </li>
        ))}
        {spareMentors > 0 && (
          <li>
            <Anchor
              href={`/programmes/${programme.id}/people?seat=mentor`}
              className={clsx(styles.tile, styles.spare)}
            >
              <Plural value={spareMentors} one="# spare" other="# spare" />
            </Anchor>
          </li>
        )}
      </ul>
      <AudienceLine team>
        <Trans>You see dates and cancellations. Never what is said.</Trans>
      </AudienceLine>
    </Section>
  )
}

function Tile({ pair, room, href }: { pair: Pair; room: ControlRoom; href: string }) {
  const fact = usePairFact(pair, room.intervalDays)
  const signal = pair.signal === 'waiting' ? 'paused' : pair.signal
  return (
    <Anchor
      href={href}
      className={clsx(styles.tile, styles[pair.signal])}
      title={`${pair.mentor.displayName}, ${pair.leader.displayName}: ${fact}`}
    >
      <PairSignal
        state={signal}
        mentor={pair.mentor.displayName}
        leader={pair.leader.displayName}
        size={26}
      />
      <VisuallyHidden>
        <Trans>
          {pair.mentor.displayName} and {pair.leader.displayName}: {fact}
        </Trans>
      </VisuallyHidden>
    </Anchor>
  )
}

function Legend({ pairs }: { pairs: readonly Pair[] }) {
  const count = (signal: Pair['signal']) => pairs.filter((pair) => pair.signal === signal).length
  const waiting = count('waiting')
  const paused = count('paused')
  return (
    <ul className={styles.legend}>
      <li>
        <PairSignalKey state="on-rhythm" /> <Trans>On rhythm</Trans> <b>{count('on-rhythm')}</b>
      </li>
      <li>
        <PairSignalKey state="drifting" /> <Trans>Drifting</Trans> <b>{count('drifting')}</b>
      </li>
      <li>
        <PairSignalKey state="needs-you" /> <Trans>Needs you</Trans> <b>{count('needs-you')}</b>
      </li>
      {waiting > 0 && (
        <li>
          <PairSignalKey state="paused" /> <Trans>Asked</Trans> <b>{waiting}</b>
        </li>
      )}
      {paused > 0 && (
        <li>
          <PairSignalKey state="paused" /> <Trans>Paused</Trans> <b>{paused}</b>
        </li>
      )}
    </ul>
  )
}

function NoPairs({ room }: { room: ControlRoom }) {
  const ready = room.funnel.find(({ stage }) => stage === 'ready') ?? { mentors: 0, leaders: 0 }
  const canMatch = ready.mentors > 0 && ready.leaders > 0
  return (
    <Section title={<Trans>Pairs</Trans>}>
      <EmptyState
        title={<Trans>No pairs yet</Trans>}
        action={
          canMatch && (
            <LinkButton href={`/programmes/${room.programme.id}/matching`}>
              <Trans>Open matching</Trans>
            </LinkButton>
          )
        }
      >
        <Trans>
          Each pair gets a tile here once both are asked. How close the two shapes stand shows its rhythm.
        </Trans>
      </EmptyState>
    </Section>
  )
}
