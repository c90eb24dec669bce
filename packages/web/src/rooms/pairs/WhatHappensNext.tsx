import { Plural, Trans } from '@lingui/react/macro'
import type { Pair } from '@viceversa/domain/pairs/contract.ts'
import type { ReactNode } from 'react'
import { useFormat } from '../../platform/Formatting.tsx'
import { Section } from '../../ui/Section.tsx'
import styles from './PairPage.module.css'
import { partnerOf } from './partner.ts'

/** The way from here to the first session, in three steps. */
export function WhatHappensNext({ pair }: { pair: Pair }) {
  const format = useFormat()
  const partnerName = partnerOf(pair).givenName
  const until = format.dateOf(pair.answerBy)
  return (
    <Section title={<Trans>What happens next</Trans>}>
      <ol className={styles.steps}>
        <li>
          {pair.myAnswer === 'accepted' ? (
            <Trans>
              {partnerName} answers until {until}.
            </Trans>
          ) : (
            <Trans>You and {partnerName} answer, each for yourself.</Trans>
          )}
        </li>
        <li>
          <Trans>When both have said yes, you get an e-mail and a page of your own.</Trans>
        </li>
        <li>
          <WhoDoesWhat pair={pair} />{' '}
          <Plural value={pair.sessionMinutes} other="A session takes # minutes." />
        </li>
      </ol>
    </Section>
  )
}

/** Who finds the dates and who sets the agenda (rule R16), from the reader's side. */
export function WhoDoesWhat({ pair }: { pair: Pair }): ReactNode {
  const partner = partnerOf(pair).givenName
  const iBook = pair.scheduledBy === pair.mySeat
  const iPlan = pair.agendaBy === pair.mySeat
  if (iBook && iPlan) return <Trans>You find the dates and set the agenda.</Trans>
  if (iBook) return <Trans>You find the dates; {partner} sets the agenda.</Trans>
  if (iPlan) return <Trans>{partner} finds the dates; you set the agenda.</Trans>
  return <Trans>{partner} finds the dates and sets the agenda.</Trans>
}
