import { Trans, useLingui } from '@lingui/react/macro'
import type { Pair } from '@viceversa/domain/pairs/contract.ts'
import { useState } from 'react'
import { useFormat } from '../../platform/Formatting.tsx'
import { AudienceLine } from '../../ui/AudienceLine.tsx'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Columns } from '../../ui/Layout.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { PairAvatar } from '../../ui/PairAvatar.tsx'
import { RoleWord } from '../../ui/RoleWord.tsx'
import { Section } from '../../ui/Section.tsx'
import { ProblemMessage } from '../match-runs/ProblemMessage.tsx'
import { CommonGroundList } from './CommonGroundList.tsx'
import { DeclineDialog } from './DeclineDialog.tsx'
import styles from './PairPage.module.css'
import { partnerOf, placeOf } from './partner.ts'
import { useAnswerPair } from './queries.ts'
import { Reasons } from './Reasons.tsx'
import { WhatHappensNext } from './WhatHappensNext.tsx'

/** A proposal to one person: the partner, what both have in common, the reasons, and one answer (rules R11, R14). */
export function Proposal({ pair }: { pair: Pair }) {
  const { t } = useLingui()
  const format = useFormat()
  const answer = useAnswerPair(pair.id)
  const [declining, setDeclining] = useState(false)
  const partner = partnerOf(pair)
  const partnerName = partner.displayName
  const until = format.dateOf(pair.answerBy)

  return (
    <>
      <PageHeader
        avatar={
          <PairAvatar
            mentor={pair.mentor.displayName}
            leader={pair.leader.displayName}
            size={40}
            layout="diagonal"
          />
        }
        title={<Trans>Meet {partnerName}</Trans>}
        lead={
          <>
            <RoleWord role={partner.seat} /> {placeOf(partner)}
          </>
        }
      />
      <Columns layout="aside">
        <div className={styles.stack}>
          <Card raised as="section" aria-labelledby="in-common">
            <h2 id="in-common">
              <Trans>What you have in common</Trans>
            </h2>
            {pair.commonGround.length > 0 ? (
              <CommonGroundList pair={pair} />
            ) : (
              <p className={styles.quiet}>
                <Trans>Your profiles share few words. That can be a good beginning: ask each other.</Trans>
              </p>
            )}
            <ProblemMessage error={answer.error} />
            <div className={styles.answers}>
              <Button
                variant="primary"
                busy={answer.isPending && !declining && t`Accepting`}
                onClick={() => answer.mutate('accepted', { onSuccess: () => announce(t`You have accepted`) })}
              >
                <Trans>Accept</Trans>
              </Button>
              {pair.mayDecline && (
                <Button onClick={() => setDeclining(true)}>
                  <Trans>Decline</Trans>
                </Button>
              )}
            </div>
            <p className={styles.small}>
              {pair.mayDecline ? (
                <Trans>Until {until}. If you decline, you both simply get another proposal.</Trans>
              ) : (
                <Trans>
                  Until {until}. You have declined a proposal before, which everybody may do once. If this one
                  does not feel right, talk to your programme manager; together you will find another way.
                </Trans>
              )}
            </p>
          </Card>
          <Section title={<Trans>Why the two of you</Trans>}>
            <Reasons pair={pair} />
            <div className={styles.audience}>
              <AudienceLine mentor leader team>
                <Trans>
                  Both of you and the programme managers see these reasons. They come from your profiles.
                </Trans>
              </AudienceLine>
            </div>
          </Section>
        </div>
        <WhatHappensNext pair={pair} />
      </Columns>
      <DeclineDialog
        open={declining}
        onClose={() => setDeclining(false)}
        partner={partner.givenName}
        busy={answer.isPending}
        onDecline={() => answer.mutate('declined', { onSettled: () => setDeclining(false) })}
      />
    </>
  )
}
