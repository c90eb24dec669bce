import { Trans, useLingui } from '@lingui/react/macro'
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle'
import type { MyEnrolment } from '@viceversa/domain/enrolment/contract.ts'
import type { ProgrammeView } from '@viceversa/domain/programmes/contract.ts'
import { hoursAsked } from '@viceversa/domain/programmes/hours.ts'
import type { PersonCard } from '@viceversa/domain/wire.ts'
import type { ReactNode } from 'react'
import { problemOf } from '../../../platform/api.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DescriptionList } from '../../../ui/DescriptionList.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useConsent, useLeave } from '../queries.ts'
import styles from './ConsentScreen.module.css'
import { FieldAudienceLine } from './FieldAudienceLine.tsx'
import { FieldName } from './FieldName.tsx'

type ConsentScreenProps = { mine: MyEnrolment; view: ProgrammeView; onLeft: () => void }

/** Everything somebody should know before the first answer: what it is, who reads what, for how long, and a plain no. */
export function ConsentScreen({ mine, view, onLeft }: ConsentScreenProps) {
  const { t } = useLingui()
  const consenting = useConsent(view.id)
  const leaving = useLeave(view.id)
  const failure = problemOf(consenting.error ?? leaving.error)

  return (
    <div className={styles.page}>
      <PageHeader
        title={
          mine.seat === 'mentor' ? (
            <Trans>Would you like to be a mentor in {view.name}?</Trans>
          ) : (
            <Trans>Would you like to learn from a mentor in {view.name}?</Trans>
          )
        }
        lead={view.purpose}
      />
      <WhatItIs mine={mine} view={view} />
      <WhoReadsWhat mine={mine} />
      <HowLong view={view} />
      {failure && (
        <Notice tone="critical" icon={IconAlertCircle} live="assertive" title={failure.title}>
          {failure.detail}
        </Notice>
      )}
      <div className={styles.answers}>
        <Button
          variant="primary"
          onClick={() => consenting.mutate()}
          busy={consenting.isPending && t`Saving`}
        >
          <Trans>Yes, I take part</Trans>
        </Button>
        <Button
          onClick={() => void leaving.mutateAsync().then(onLeft, () => undefined)}
          busy={leaving.isPending && t`Removing`}
        >
          <Trans>No, thank you</Trans>
        </Button>
        <p>
          <Trans>Declining takes this one step and no reason. Nobody is shown that you declined.</Trans>
        </p>
      </div>
    </div>
  )
}

function WhatItIs({ mine, view }: Omit<ConsentScreenProps, 'onLeft'>) {
  const format = useFormat()
  const hours = hoursAsked(view.sessions.length, view.sessionMinutes)[mine.seat]
  const count = view.sessions.length
  return (
    <Section title={<Trans>What it is</Trans>} divided>
      <DescriptionList
        items={[
          {
            term: <Trans>Your part</Trans>,
            detail:
              mine.seat === 'mentor' ? (
                <Trans>
                  You show a senior leader how things look from where you stand, and get something in return.
                </Trans>
              ) : (
                <Trans>
                  You listen and learn from somebody earlier in their career, and give something in return.
                </Trans>
              ),
          },
          {
            term: <Trans>Time</Trans>,
            detail: (
              <Trans>
                {count} sessions of {view.sessionMinutes} minutes, about {hours.total} hours in all with
                training
              </Trans>
            ),
          },
          {
            term: <Trans>From, to</Trans>,
            detail:
              view.kickOffOn && view.endsOn ? (
                <Trans>
                  {format.date(view.kickOffOn)} to {format.date(view.endsOn)}
                </Trans>
              ) : (
                <Trans>Not set yet</Trans>
              ),
          },
          {
            term: <Trans>Between sessions</Trans>,
            detail:
              view.scheduledBy === 'leader' ? (
                <Trans>The leader books and moves dates, the mentor sets the agenda</Trans>
              ) : (
                <Trans>The mentor books and moves dates, the leader sets the agenda</Trans>
              ),
          },
          {
            term: <Trans>Your match</Trans>,
            detail: (
              <Trans>
                You see the reasons and have {view.acceptWithinDays} days to accept, or to decline once
                without a reason
              </Trans>
            ),
          },
          {
            term: <Trans>Run by</Trans>,
            detail: format.list(view.managers.map(({ displayName }) => displayName)),
          },
          ...who(<Trans>Sponsor</Trans>, view.sponsor),
          ...who(<Trans>To talk to in confidence</Trans>, view.safeContact),
        ]}
      />
    </Section>
  )
}

function who(term: ReactNode, person: PersonCard | null) {
  if (!person) return []
  return [{ term, detail: [person.displayName, person.jobTitle].filter(Boolean).join(', ') }]
}

function WhoReadsWhat({ mine }: { mine: MyEnrolment }) {
  return (
    <Section
      title={<Trans>Who can read what</Trans>}
      lead={
        <Trans>This list comes from the rules that the database enforces, not from good intentions.</Trans>
      }
      divided
    >
      <dl className={styles.fields}>
        {mine.audiences.map((audience) => (
          <div key={audience.field}>
            <dt>
              <FieldName field={audience.field} seat={mine.seat} />
            </dt>
            <dd>
              <FieldAudienceLine audience={audience} seat={mine.seat} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

function HowLong({ view }: { view: ProgrammeView }) {
  const format = useFormat()
  return (
    <Section title={<Trans>How long it is kept</Trans>} divided>
      <p>
        {view.deletesOn ? (
          <Trans>
            Everything you enter is deleted on {format.date(view.deletesOn)} at the latest. Until then you can
            change it at any time. If you leave, it is deleted at once.
          </Trans>
        ) : (
          <Trans>Everything you enter is deleted when you leave, and when the programme is deleted.</Trans>
        )}
      </p>
    </Section>
  )
}
