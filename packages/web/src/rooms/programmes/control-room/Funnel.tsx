import { Trans } from '@lingui/react/macro'
import type { ControlRoom } from '@viceversa/domain/programmes/contract.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { MirroredFunnel } from '../../../ui/MirroredFunnel.tsx'
import { Section } from '../../../ui/Section.tsx'

type FunnelProps = { funnel: ControlRoom['funnel']; programmeId: string }

/** From invitation to rhythm: how many mentors and leaders came how far. */
export function Funnel({ funnel, programmeId }: FunnelProps) {
  const isEmpty = funnel.every(({ mentors, leaders }) => mentors + leaders === 0)
  return (
    <Section title={<Trans>From invitation to rhythm</Trans>}>
      {isEmpty ? (
        <EmptyState
          title={<Trans>Nobody has been invited yet</Trans>}
          action={
            <LinkButton href={`/programmes/${programmeId}/people`}>
              <Trans>See who could take part</Trans>
            </LinkButton>
          }
        >
          <Trans>Here you will see how many people come from the invitation to regular sessions.</Trans>
        </EmptyState>
      ) : (
        <MirroredFunnel
          caption={<Trans>People by how far they came</Trans>}
          steps={funnel.map(({ stage, mentors, leaders }) => ({
            key: stage,
            label: <StageName stage={stage} />,
            mentors,
            leaders,
          }))}
        />
      )}
    </Section>
  )
}

function StageName({ stage }: { stage: ControlRoom['funnel'][number]['stage'] }) {
  if (stage === 'invited') return <Trans>Invited</Trans>
  if (stage === 'opted-in') return <Trans>Opted in</Trans>
  if (stage === 'ready') return <Trans>Profile ready</Trans>
  if (stage === 'asked') return <Trans>Asked</Trans>
  if (stage === 'matched') return <Trans>Both accepted</Trans>
  return <Trans>Met</Trans>
}
