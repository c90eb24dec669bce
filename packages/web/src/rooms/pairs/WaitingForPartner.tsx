import { Trans } from '@lingui/react/macro'
import type { Pair } from '@viceversa/domain/pairs/contract.ts'
import { useFormat } from '../../platform/Formatting.tsx'
import { Columns } from '../../ui/Layout.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PairSignal } from '../../ui/PairSignal.tsx'
import { Section } from '../../ui/Section.tsx'
import { CommonGroundList } from './CommonGroundList.tsx'
import { partnerOf } from './partner.ts'
import { WhatHappensNext } from './WhatHappensNext.tsx'

/** I have accepted; the partner has not answered yet. */
export function WaitingForPartner({ pair }: { pair: Pair }) {
  const format = useFormat()
  const partner = partnerOf(pair).givenName
  const until = format.dateOf(pair.answerBy)
  return (
    <>
      <PageHeader
        avatar={
          <PairSignal
            state="waiting"
            mentor={pair.mentor.displayName}
            leader={pair.leader.displayName}
            size={40}
          />
        }
        title={<Trans>You said yes. Now {partner} decides.</Trans>}
        lead={
          <Trans>
            {partner} has until {until}. You get an e-mail either way; there is nothing you need to do.
          </Trans>
        }
      />
      <Columns layout="aside">
        {pair.commonGround.length > 0 ? (
          <Section title={<Trans>What you have in common</Trans>}>
            <CommonGroundList pair={pair} />
          </Section>
        ) : (
          <div />
        )}
        <WhatHappensNext pair={pair} />
      </Columns>
    </>
  )
}
