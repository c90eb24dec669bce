import { Trans } from '@lingui/react/macro'
import type { Pair } from '@viceversa/domain/pairs/contract.ts'
import type { ReactNode } from 'react'
import { LinkButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { partnerOf } from './partner.ts'

/**
 * A proposal that did not come about, or a pair that has ended: kind words, and what comes next. Nobody is blamed, and nobody
 * can tell whether the other declined or did not answer (rule R11).
 */
export function ClosedPair({ pair }: { pair: Pair }) {
  return (
    <>
      <PageHeader title={<Headline pair={pair} />} />
      <EmptyState
        level={2}
        title={<NextTitle pair={pair} />}
        action={
          <LinkButton href={`/programmes/${pair.programmeId}/join`}>
            <Trans>Look at my profile</Trans>
          </LinkButton>
        }
      >
        <NextWords pair={pair} />
      </EmptyState>
    </>
  )
}

function Headline({ pair }: { pair: Pair }): ReactNode {
  const partner = partnerOf(pair).givenName
  if (pair.state === 'ended') return <Trans>Your time with {partner} as a pair has ended</Trans>
  if (pair.myAnswer === 'declined') return <Trans>You have declined, and that is fine</Trans>
  return <Trans>This pair did not come about</Trans>
}

function NextTitle({ pair }: { pair: Pair }): ReactNode {
  return pair.state === 'ended' ? <Trans>Thank you for taking part</Trans> : <Trans>Your place is kept</Trans>
}

function NextWords({ pair }: { pair: Pair }): ReactNode {
  const partner = partnerOf(pair).givenName
  if (pair.state === 'ended') {
    return <Trans>Talk to your programme manager if you would like to meet somebody else.</Trans>
  }
  if (pair.myAnswer === 'declined') {
    return (
      <Trans>
        {partner} hears only that it did not come about, when the time to answer is over. You are part of the
        next round of matching, and get an e-mail when there is another proposal.
      </Trans>
    )
  }
  return (
    <Trans>
      It is nobody’s fault, and there is nothing you need to do. You are part of the next round of matching,
      and get an e-mail when there is another proposal.
    </Trans>
  )
}
