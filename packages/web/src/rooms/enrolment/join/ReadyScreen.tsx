import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { MyEnrolment } from '@viceversa/domain/enrolment/contract.ts'
import type { ProgrammeView } from '@viceversa/domain/programmes/contract.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Row } from '../../../ui/Layout.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Strand } from '../../../ui/Strand.tsx'
import { useMe } from '../../accounts/queries.ts'
import { pairQuery } from '../../pairs/queries.ts'
import { today } from '../../programmes/today.ts'
import { LeaveButton } from './LeaveButton.tsx'
import styles from './ReadyScreen.module.css'

type ReadyScreenProps = { mine: MyEnrolment; view: ProgrammeView; onEdit: () => void; onLeft: () => void }

/** After the profile: when there will be news, what comes then, and the ways to change one's mind. */
export function ReadyScreen(props: ReadyScreenProps) {
  const { mine, view } = props
  const me = useMe()
  const seat = me.seats.find(({ programmeId, seat: each }) => programmeId === view.id && each === mine.seat)
  const pairId = seat?.pairIds[0]
  const pair = useQuery({ ...pairQuery(pairId ?? ''), enabled: pairId !== undefined })
  if (pairId === undefined) return <NewsToCome {...props} />
  if (pair.isPending) return null
  if (pair.data?.state === 'asked' && pair.data.myAnswer === null) {
    return <NewsToCome {...props} pairId={pairId} />
  }
  return <InAPair {...props} pairId={pairId} />
}

/** Somebody is found: what is left here are one's own answers. */
function InAPair({ pairId, onEdit }: ReadyScreenProps & { pairId: string }) {
  return (
    <div className={styles.page}>
      <PageHeader
        title={<Trans>Your answers brought the two of you together</Trans>}
        lead={<Trans>You can change them at any time. They count if you are ever matched again.</Trans>}
        actions={
          <LinkButton href={`/pairs/${pairId}`}>
            <Trans>Go to our pair</Trans>
          </LinkButton>
        }
      />
      <Button onClick={onEdit}>
        <Trans>Look at my answers</Trans>
      </Button>
    </div>
  )
}

function NewsToCome({ mine, view, onEdit, onLeft, pairId }: ReadyScreenProps & { pairId?: string }) {
  const { t } = useLingui()
  const format = useFormat()
  const isAhead = view.kickOffOn !== null && view.kickOffOn > today()

  return (
    <div className={styles.page}>
      <PageHeader
        title={
          pairId ? (
            <Trans>There is somebody we would like you to meet</Trans>
          ) : isAhead ? (
            <Trans>You will hear from us by {format.date(view.kickOffOn ?? '')}</Trans>
          ) : (
            <Trans>You will hear from us as soon as there is a good match</Trans>
          )
        }
        lead={
          pairId ? undefined : (
            <Trans>
              Your answers are complete. There is nothing to do until you get an e-mail with a proposal and
              its reasons.
            </Trans>
          )
        }
        actions={
          pairId && (
            <LinkButton variant="primary" href={`/pairs/${pairId}`}>
              <Trans>See the proposal</Trans>
            </LinkButton>
          )
        }
      />
      <Section title={<Trans>What comes next</Trans>} divided>
        <ol className={styles.next}>
          <li>
            <Trans>
              You are proposed a partner and see why. You have {view.acceptWithinDays} days to accept.
            </Trans>
          </li>
          <li>
            <Trans>
              If it does not feel right, you may decline once. No reason needed; you both get another
              proposal.
            </Trans>
          </li>
          <li>
            {mine.seat === 'mentor' ? (
              <Trans>
                Once both accept, the leader gets in touch with the first date. You need not chase anybody.
              </Trans>
            ) : (
              <Trans>Once both accept, you offer the first dates. Your mentor sets the agenda.</Trans>
            )}
          </li>
        </ol>
      </Section>
      {view.sessions.length > 0 && (
        <Section title={<Trans>The sessions ahead</Trans>} divided>
          <Strand
            label={t`Sessions of the programme`}
            sessions={view.sessions.map(({ number, plannedOn }) => ({
              key: String(number),
              label: format.dayAndMonth(plannedOn),
              detail: <Trans>Session {number}</Trans>,
              state: 'planned',
            }))}
          />
        </Section>
      )}
      <Section title={<Trans>Changed your mind?</Trans>} divided>
        <Row gap={3}>
          <Button onClick={onEdit}>
            <Trans>Change my answers</Trans>
          </Button>
          {!mine.matched && <LeaveButton view={view} onLeft={onLeft} />}
        </Row>
      </Section>
    </div>
  )
}
