import { Plural, Trans } from '@lingui/react/macro'
import IconArrowNarrowRight from '@tabler/icons-react/icons/IconArrowNarrowRight'
import IconBan from '@tabler/icons-react/icons/IconBan'
import type { WhyNot } from '@viceversa/domain/match-runs/contract.ts'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { useFormat } from '../../platform/Formatting.tsx'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { outOf100 } from './FitEvidence.tsx'
import styles from './Studio.module.css'
import { useRuleWords } from './use-rule-words.ts'

type Person = { readonly id: string; readonly displayName: string; readonly givenName: string }
type WhyNotAnswerProps = {
  answer: WhyNot
  /** Pairs in the proposal. */
  pairs: number
  mentor: Person
  leader: Person
  older: boolean
}
type Forced = Extract<WhyNot, { moves: unknown }>

/** One of the answers to "why not these two?", in words and, where others would move, in numbers. */
export function WhyNotAnswer({ answer, pairs, mentor, leader, older }: WhyNotAnswerProps) {
  const words = useRuleWords()
  const leaderName = leader.displayName
  switch (answer.answer) {
    case 'not-allowed':
      return (
        <p className={clsx(styles.notAllowed, older && styles.older)}>
          <IconBan size={17} aria-hidden />
          <span>
            <strong>
              <Trans>{leaderName} is not allowed.</Trans>
            </strong>{' '}
            {answer.broken.map((finding) => words.broken(finding)).join(' ')}
          </span>
        </p>
      )
    case 'banned':
      return (
        <p>
          <Trans>This pair was ruled out by a programme manager, or declined before.</Trans> {answer.reason}
        </p>
      )
    case 'no-seat': {
      const names = answer.who.map(({ displayName }) => displayName).join(', ')
      return (
        <p>
          <Trans>Pinned pairs leave no seat: {names}.</Trans>
        </p>
      )
    }
    case 'paired':
      return (
        <p>
          <Trans>They are in this proposal.</Trans>
        </p>
      )
    default:
      return (
        <div className={clsx(older && styles.older)}>
          <p>
            <Verdict answer={answer} mentor={mentor} leader={leader} />
          </p>
          <Moves answer={answer} pairs={pairs} />
        </div>
      )
  }
}

type VerdictProps = { answer: Forced; mentor: Person; leader: Person }

function Verdict({ answer, mentor, leader }: VerdictProps): ReactNode {
  const format = useFormat()
  const fit = outOf100(answer.fit)
  if (answer.answer === 'as-good') {
    return (
      <Trans>
        <strong>Allowed, with a fit of {fit}.</strong> Taking it would cost nothing.
      </Trans>
    )
  }
  if (answer.answer === 'weaker') {
    return (
      <Trans>
        <strong>Allowed, with a fit of {fit}.</strong> Neither of the two would gain.
      </Trans>
    )
  }
  if (answer.change.people < 0) {
    return (
      <Trans>
        <strong>Allowed, with a fit of {fit}.</strong>{' '}
        <Plural
          value={-answer.change.people}
          one="But one person would be left without a partner."
          other="But # people would be left without a partner."
        />
      </Trans>
    )
  }
  const gaining = [mentor, leader].filter(({ id }) =>
    answer.moves.some(({ person, change }) => person.id === id && change > 0),
  )
  const who = format.list(gaining.map(({ givenName }) => givenName))
  return (
    <Trans>
      <strong>Allowed, with a fit of {fit}.</strong> {who} would gain by it, but others would lose more.
    </Trans>
  )
}

/** Who would move: before, after, and what all pairs would gain or lose together. */
function Moves({ answer, pairs }: { answer: Forced; pairs: number }) {
  // Every move touches a mentor and a leader with the same points; the mentors tell it all, except who loses everybody.
  const shown = answer.moves.filter(({ seat, after }) => seat === 'mentor' || after.length === 0)
  return (
    <table className={styles.moves}>
      <caption>
        <VisuallyHidden>
          <Trans>What would change</Trans>
        </VisuallyHidden>
      </caption>
      <tbody>
        {shown.map((move) => (
          <tr key={`${move.seat} ${move.person.id}`}>
            <th scope="row">
              <PersonAvatar name={move.person.displayName} role={move.seat} size={24} />
              <span>
                <MoveWords name={move.person.givenName} partner={move.after[0]?.partner.givenName} />
              </span>
            </th>
            <td>
              {fitOf(move.before)} <IconArrowNarrowRight size={15} aria-hidden />
              <VisuallyHidden>
                <Trans>becomes</Trans>
              </VisuallyHidden>{' '}
              <strong>{fitOf(move.after)}</strong>
            </td>
            <td>
              <Change points={move.change} />
            </td>
          </tr>
        ))}
        <tr className={styles.sum}>
          <th scope="row">
            <Plural value={pairs} one="The whole proposal" other="All # pairs together" />
          </th>
          <td />
          <td>
            <Change points={answer.change.total} />
          </td>
        </tr>
      </tbody>
    </table>
  )
}

function MoveWords({ name, partner }: { name: string; partner: string | undefined }) {
  if (!partner) return <Trans>{name}, would have nobody</Trans>
  return (
    <Trans>
      {name}, would get {partner}
    </Trans>
  )
}

function fitOf(sides: Forced['moves'][number]['before']): string {
  if (sides.length === 0) return '–'
  return String(outOf100(sides.reduce((sum, { fit }) => sum + fit, 0)))
}

export function Change({ points }: { points: number }) {
  const format = useFormat()
  const decimals = Math.abs(points) < 1000 && points !== 0 ? 1 : 0
  const size = format.number(Math.abs(points) / 1000, decimals)
  if (points === 0) return <span className={styles.change}>0</span>
  if (points > 0) return <span className={clsx(styles.change, styles.gain)}>+{size}</span>
  return <span className={clsx(styles.change, styles.loss)}>−{size}</span>
}
