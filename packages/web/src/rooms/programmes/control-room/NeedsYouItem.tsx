import { Plural, Trans, useLingui } from '@lingui/react/macro'
import IconCalendarX from '@tabler/icons-react/icons/IconCalendarX'
import IconClock from '@tabler/icons-react/icons/IconClock'
import IconListCheck from '@tabler/icons-react/icons/IconListCheck'
import IconMail from '@tabler/icons-react/icons/IconMail'
import IconPlayerPause from '@tabler/icons-react/icons/IconPlayerPause'
import IconSwitch3 from '@tabler/icons-react/icons/IconSwitch3'
import IconUserPlus from '@tabler/icons-react/icons/IconUserPlus'
import IconUserQuestion from '@tabler/icons-react/icons/IconUserQuestion'
import type { ControlRoom } from '@viceversa/domain/programmes/contract.ts'
import { daysBetween } from '@viceversa/domain/programmes/time-line.ts'
import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/Formatting.tsx'
import { LinkButton } from '../../../ui/Button.tsx'
import type { IconType } from '../../../ui/icon.ts'
import { PairAvatar } from '../../../ui/PairAvatar.tsx'
import { Tag, type Tone } from '../../../ui/Tag.tsx'
import { today } from '../today.ts'
import styles from './NeedsYou.module.css'

type Item = ControlRoom['needsYou'][number]

type Words = {
  icon: IconType
  title: ReactNode
  fact?: { tone: Tone; icon: IconType; words: ReactNode } | undefined
  advice: ReactNode
  action: string
  href: string
}

/** One thing that waits: who or what it is about, the fact, what helps, and the way there. */
export function NeedsYouItem({ item, room }: { item: Item; room: ControlRoom }) {
  const words = useWords(item, room)
  const Icon = words.icon
  return (
    <li className={styles.item}>
      {item.mentor && item.leader ? (
        <PairAvatar mentor={item.mentor.displayName} leader={item.leader.displayName} size={32} />
      ) : (
        <span className={styles.glyph}>
          <Icon size={20} aria-hidden />
        </span>
      )}
      <div className={styles.words}>
        <div className={styles.heading}>
          <h3>{words.title}</h3>
          {words.fact && (
            <Tag tone={words.fact.tone} icon={words.fact.icon}>
              {words.fact.words}
            </Tag>
          )}
        </div>
        <p>{words.advice}</p>
      </div>
      <LinkButton size="small" href={words.href} className={styles.button}>
        {words.action}
      </LinkButton>
    </li>
  )
}

function useWords({ kind, count, mentor, leader, since, pairId }: Item, room: ControlRoom): Words {
  const { t } = useLingui()
  const format = useFormat()
  const at = `/programmes/${room.programme.id}`
  const [mentorName, leaderName] = [mentor?.givenName ?? '', leader?.givenName ?? '']
  const free = room.spareMentors
  const matching = `${at}/matching`

  switch (kind) {
    case 'pair-declined':
      return {
        icon: IconUserQuestion,
        title: (
          <Trans>
            {mentorName} and {leaderName} will not be a pair
          </Trans>
        ),
        fact: since ? { tone: 'neutral', icon: IconClock, words: format.dateOf(since) } : undefined,
        advice: (
          <Trans>
            One of them declined, as everybody may, without a reason. {leaderName} waits for another proposal.{' '}
            <Plural
              value={free}
              _0="No mentor is free just now."
              one="One mentor is free."
              other="# mentors are free."
            />
          </Trans>
        ),
        action: t`Find another match`,
        href: matching,
      }
    case 'pair-expired':
      return {
        icon: IconClock,
        title: (
          <Trans>
            {mentorName} and {leaderName} did not both answer in time
          </Trans>
        ),
        fact: since
          ? { tone: 'caution', icon: IconClock, words: <Trans>Since {format.dateOf(since)}</Trans> }
          : undefined,
        advice: (
          <Trans>
            A short word to {leaderName} often helps before the next proposal. Please do not ask {mentorName}{' '}
            to chase.
          </Trans>
        ),
        action: t`Find another match`,
        href: matching,
      }
    case 'pair-frozen':
      return {
        icon: IconPlayerPause,
        title: (
          <Trans>
            A new reporting line paused {mentorName} and {leaderName}
          </Trans>
        ),
        fact: { tone: 'caution', icon: IconPlayerPause, words: <Trans>Paused</Trans> },
        advice: (
          <Trans>
            One of them now stands above the other.{' '}
            <Plural
              value={free}
              _0="No mentor is free just now."
              one="One mentor is free."
              other="# mentors are free."
            />
          </Trans>
        ),
        action: t`Plan a re-match`,
        href: matching,
      }
    case 'pair-without-session': {
      const pair = room.pairs.find(({ id }) => id === pairId)
      const hasMet = Boolean(pair?.lastSessionOn)
      const from = pair?.lastSessionOn ?? pair?.startedOn
      const days = from ? daysBetween(from, today()) : 0
      return {
        icon: IconCalendarX,
        title: hasMet ? (
          <Trans>
            {mentorName} and {leaderName} have lost their rhythm
          </Trans>
        ) : (
          <Trans>
            {mentorName} and {leaderName} have not met yet
          </Trans>
        ),
        fact: {
          tone: 'critical',
          icon: IconCalendarX,
          words: hasMet ? (
            <Trans>Last met {days} days ago</Trans>
          ) : (
            <Trans>{days} days since they began</Trans>
          ),
        },
        advice: (
          <Trans>
            A personal word to {leaderName} works best. Please keep {mentorName} out of the chasing: asking a
            director twice costs a junior more than it costs you.
          </Trans>
        ),
        action: t`Look at the pair`,
        href: `${at}/pairs`,
      }
    }
    case 'open-the-programme':
      return {
        icon: IconListCheck,
        title: <Trans>The programme is still a draft</Trans>,
        advice: (
          <Trans>
            Once it has its purpose, people responsible and dates, you can open it and invite people.
          </Trans>
        ),
        action: t`Go on setting up`,
        href: `${at}/settings/review`,
      }
    case 'invite-people':
      return {
        icon: IconUserPlus,
        title:
          room.programme.mentors === 0 && room.programme.leaders === 0 ? (
            <Trans>Nobody has been invited yet</Trans>
          ) : room.programme.mentors === 0 ? (
            <Trans>No mentors have been invited yet</Trans>
          ) : (
            <Trans>No leaders have been invited yet</Trans>
          ),
        advice: (
          <Trans>
            Invite a few more mentors than leaders, so that nobody waits when somebody has to stop.
          </Trans>
        ),
        action: t`Invite people`,
        href: `${at}/people`,
      }
    case 'match':
      return {
        icon: IconSwitch3,
        title: <Plural value={count} one="One pair can be matched" other="# pairs can be matched" />,
        advice: <Trans>You see every proposal with its reasons before anybody is asked.</Trans>,
        action: t`Open matching`,
        href: matching,
      }
    case 'people-without-pair':
      return {
        icon: IconUserQuestion,
        title: (
          <Plural
            value={count}
            one="One leader is ready and has no mentor"
            other="# leaders are ready and have no mentor"
          />
        ),
        advice: (
          <Plural
            value={free}
            _0="No mentor is free just now: invite more."
            one="One mentor is free."
            other="# mentors are free."
          />
        ),
        action: t`Open matching`,
        href: matching,
      }
    case 'answers-outstanding':
      return {
        icon: IconMail,
        title: (
          <Plural
            value={count}
            one="One invitation waits for an answer"
            other="# invitations wait for an answer"
          />
        ),
        fact: since
          ? {
              tone: 'neutral',
              icon: IconClock,
              words: <Trans>The oldest since {format.dateOf(since)}</Trans>,
            }
          : undefined,
        advice: (
          <Trans>
            You can invite them once more, or take the invitation back. Nobody is told who did not answer.
          </Trans>
        ),
        action: t`See who`,
        href: `${at}/people?state=invited`,
      }
  }
}
