import { Trans, useLingui } from '@lingui/react/macro'
import IconMail from '@tabler/icons-react/icons/IconMail'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Programme } from '@viceversa/domain/programmes/contract.ts'
import { canTake } from '@viceversa/domain/programmes/programme-states.ts'
import { TopBar } from '../../../app/shell/TopBar.tsx'
import { useDocumentTitle } from '../../../platform/useDocumentTitle.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { programmeQuery } from '../../programmes/queries.ts'
import { enrolmentsQuery } from '../queries.ts'
import { InvitePanel } from './InvitePanel.tsx'
import { ParticipantsPanel } from './ParticipantsPanel.tsx'
import { PeopleInWords } from './PeopleInWords.tsx'
import { usePeopleFilter } from './usePeopleFilter.ts'

/** Who takes part, where they stand, and inviting more. */
export function PeoplePage() {
  const { t } = useLingui()
  const { programmeId } = useParams({ from: '/programmes/$programmeId/people' })
  const [search, filter] = usePeopleFilter()
  const { data: programme } = useSuspenseQuery(programmeQuery(programmeId))
  const { data: enrolments } = useSuspenseQuery(enrolmentsQuery(programmeId))
  useDocumentTitle(t`People`, programme.name)
  const mayInvite = canTake('invite', programme)
  const tab = search.tab ?? (enrolments.length === 0 && mayInvite ? 'invite' : 'participants')

  return (
    <>
      <TopBar place={t`People`} />
      <PageHeader title={<PeopleInWords enrolments={enrolments} />} lead={<Lead programme={programme} />} />
      {!mayInvite && <NotOpen programme={programme} />}
      <Tabs
        label={t`People of this programme`}
        selected={tab}
        onSelect={(key) => filter({ tab: key })}
        tabs={[
          { key: 'participants', label: <Trans>Who takes part</Trans>, count: enrolments.length },
          { key: 'invite', label: <Trans>Invite people</Trans> },
        ]}
      >
        {tab === 'invite' ? (
          <InvitePanel programme={programme} enrolments={enrolments} />
        ) : (
          <ParticipantsPanel programme={programme} enrolments={enrolments} />
        )}
      </Tabs>
    </>
  )
}

function Lead({ programme }: { programme: Programme }) {
  return (
    <Trans>
      You expect about {programme.expectedPairs} pairs. Everybody decides for themselves; nobody sees who
      declined.
    </Trans>
  )
}

function NotOpen({ programme }: { programme: Programme }) {
  if (programme.state === 'closed') return null
  return (
    <Notice
      icon={IconMail}
      title={<Trans>Invitations begin when the programme is open.</Trans>}
      action={
        <LinkButton size="small" href={`/programmes/${programme.id}/settings/review`}>
          <Trans>Review and open</Trans>
        </LinkButton>
      }
    >
      <Trans>You can already look who could take part.</Trans>
    </Notice>
  )
}
