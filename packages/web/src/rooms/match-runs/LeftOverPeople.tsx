import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { LeftOverPerson, Proposal } from '@viceversa/domain/match-runs/contract.ts'
import { isRelaxable } from '@viceversa/domain/match-runs/rules-that-hold.ts'
import { type ReactNode, useState } from 'react'
import { Anchor } from '../../ui/Anchor.tsx'
import { TextButton } from '../../ui/Button.tsx'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import { leftOverQuery } from './queries.ts'
import styles from './Studio.module.css'
import { useRuleReasons } from './use-rule-reasons.ts'

type LeftOverPeopleProps = { programmeId: string; proposal: Proposal }

/** People without a pair: what stands in their way and what would help, and who is not ready to be matched. */
export function LeftOverPeople({ programmeId, proposal }: LeftOverPeopleProps) {
  const { mentors, leaders } = proposal.notReady
  const waiting = mentors + leaders
  if (proposal.leftOver.length === 0 && waiting === 0) return null
  return (
    <section aria-labelledby="left-over" className={styles.leftOver}>
      <h2 id="left-over">
        <Trans>Without a pair</Trans>
      </h2>
      {proposal.leftOver.length > 0 && (
        <ul>
          {proposal.leftOver.map((person) => (
            <LeftOver key={`${person.seat} ${person.personId}`} leftOver={person} proposal={proposal} />
          ))}
        </ul>
      )}
      {waiting > 0 && (
        <p>
          <Plural
            value={waiting}
            one="One more person is invited and not ready to be matched."
            other="# more people are invited and not ready to be matched."
          />{' '}
          <Anchor href={`/programmes/${programmeId}/people`}>
            <Trans>See who stands where</Trans>
          </Anchor>
        </p>
      )}
    </section>
  )
}

function LeftOver({ leftOver, proposal }: { leftOver: LeftOverPerson; proposal: Proposal }) {
  const { t } = useLingui()
  const [asked, setAsked] = useState(false)
  const answer = useQuery({
    ...leftOverQuery(proposal.matchRunId, leftOver, proposal.fingerprint),
    enabled: asked && !leftOver.explained,
  })
  const person = proposal.people.find(({ id, seat }) => id === leftOver.personId && seat === leftOver.seat)
  const known = answer.data ?? leftOver
  if (!person) return null
  return (
    <li className={styles.leftOverPerson}>
      <PersonAvatar name={person.displayName} role={person.seat} size={36} />
      <div aria-live="polite">
        <strong>{person.displayName}</strong>{' '}
        <small>{person.seat === 'mentor' ? t`Mentor` : t`Leader`}</small>
        <p>
          <Reason leftOver={known} /> <Help leftOver={known} proposal={proposal} />
        </p>
        {!known.explained && (
          <TextButton onClick={() => setAsked(true)}>
            {answer.isFetching ? <Trans>Looking</Trans> : <Trans>See what would help</Trans>}
          </TextButton>
        )}
      </div>
    </li>
  )
}

function Reason({
  leftOver: { reason, allowed, possible, seat, inTheWay, banned },
}: {
  leftOver: LeftOverPerson
}) {
  const reasons = useRuleReasons()
  if (reason === 'no-capacity') return <Trans>Wants no further partner at the moment.</Trans>
  if (reason === 'nobody-there') return <Trans>Nobody is ready on the other side.</Trans>
  if (reason === 'others-come-first') {
    return seat === 'mentor' ? (
      <Plural
        value={allowed}
        one="In reserve: the one leader who would be allowed is needed elsewhere."
        other="In reserve: # leaders would be allowed, and all of them have somebody who fits better."
      />
    ) : (
      <Plural
        value={allowed}
        one="The one mentor who would be allowed is needed elsewhere."
        other="# mentors would be allowed, and all of them are needed elsewhere."
      />
    )
  }
  const most = inTheWay[0]
  return (
    <>
      <Plural
        value={possible}
        one="The one possible partner is not allowed."
        other="None of # possible partners is allowed."
      />{' '}
      {most && reasons.mostOften(most.rule, most.broken)}
      {banned > 0 && (
        <>
          {' '}
          <Plural
            value={banned}
            one="One pair was ruled out or declined."
            other="# pairs were ruled out or declined."
          />
        </>
      )}
    </>
  )
}

/**
 * The first rule whose relaxing for this person alone would give them a partner. Rules that always hold are no help, but
 * for one level of distance, for which a reason can be given.
 */
function Help({ leftOver, proposal }: { leftOver: LeftOverPerson; proposal: Proposal }): ReactNode {
  const reasons = useRuleReasons()
  const personWith = (id: string) => proposal.people.find((person) => person.id === id)
  const cure = leftOver.inTheWay.find(({ rule, ifRelaxed }) => {
    if (!ifRelaxed?.pairedWith) return false
    return rule === 'levelGap'
      ? isOneLevelApart(personWith(leftOver.personId), personWith(ifRelaxed.pairedWith))
      : isRelaxable(rule)
  })
  const partner = personWith(cure?.ifRelaxed?.pairedWith ?? '')
  if (!cure || !isRelaxable(cure.rule) || !partner) return null
  return <span className={styles.help}>{reasons.wouldHelp(cure.rule, partner.displayName)}</span>
}

type Person = Proposal['people'][number]

function isOneLevelApart(one: Person | undefined, other: Person | undefined): boolean {
  if (!one?.level || !other?.level) return false
  const [mentor, leader] = one.seat === 'mentor' ? [one.level, other.level] : [other.level, one.level]
  return mentor - leader === 1
}
