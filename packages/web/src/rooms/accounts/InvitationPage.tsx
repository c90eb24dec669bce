import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import type { MySeat } from '@viceversa/domain/accounts/contract.ts'
import { SplitSignIn } from '../../app/layouts/SplitSignIn.tsx'
import { api, problemOf } from '../../platform/api.ts'
import { useDocumentTitle } from '../../platform/useDocumentTitle.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { Text } from '../../ui/Text.tsx'
import { WhatIsStored } from '../organisation/WhatIsStored.tsx'
import { ProblemNotice } from './ProblemNotice.tsx'
import { invitationQuery } from './queries.ts'

const NOT_VALID = '/problems/invitation-not-valid'

/** A one-time link: says what it invites to, and signs in by one press. */
export function InvitationPage() {
  const { t } = useLingui()
  const { token } = useParams({ from: '/invitation/$token' })
  const invitation = useQuery(invitationQuery(token))
  const accept = useAcceptInvitation(token)
  useDocumentTitle(t`Invitation`)

  const refused = problemOf(invitation.error ?? accept.error)?.type === NOT_VALID
  const malformed = problemOf(invitation.error)?.type === '/problems/invalid-request'
  if (refused || malformed) return <NoLongerValid />
  if (invitation.error) {
    return (
      <SplitSignIn title={<Trans>This invitation could not be loaded</Trans>}>
        <ErrorState
          title={<Trans>The server did not answer</Trans>}
          reference={problemOf(invitation.error)?.requestId}
          onRetry={() => void invitation.refetch()}
          retrying={invitation.isFetching}
        />
      </SplitSignIn>
    )
  }
  if (!invitation.data) {
    return (
      <SplitSignIn title={<Trans>An invitation for you</Trans>}>
        <Skeleton lines={3} />
      </SplitSignIn>
    )
  }

  const { givenName, organisationName, programmeName, seat } = invitation.data
  return (
    <SplitSignIn
      organisation={organisationName}
      title={<Trans>Welcome, {givenName}</Trans>}
      lead={<WhatFor programmeName={programmeName} seat={seat} />}
    >
      <Stack gap={5}>
        <Button
          variant="primary"
          size="large"
          wide
          busy={accept.isPending && t`Opening`}
          onClick={() => accept.mutate()}
        >
          {seat === 'mentor' || seat === 'leader' ? (
            <Trans>See what it is about</Trans>
          ) : (
            <Trans>Go in</Trans>
          )}
        </Button>
        <ProblemNotice error={accept.error} />
        <Text size="sm" tone={3}>
          <Trans>
            Nothing is decided by this: you see who can see what, and then say yes or no. The link works once;
            later you sign in with your work e-mail address.
          </Trans>
        </Text>
        <Text size="sm" tone={3}>
          <WhatIsStored />
        </Text>
      </Stack>
    </SplitSignIn>
  )
}

function WhatFor({ programmeName, seat }: { programmeName: string | null; seat: MySeat['seat'] | null }) {
  if (!programmeName) return <Trans>You are invited to Viceversa.</Trans>
  if (seat === 'mentor') return <Trans>You are invited to be a mentor in {programmeName}.</Trans>
  if (seat === 'leader') return <Trans>You are invited to be a leader in {programmeName}.</Trans>
  return <Trans>You are invited to {programmeName}.</Trans>
}

function NoLongerValid() {
  return (
    <SplitSignIn
      title={<Trans>This invitation link no longer works</Trans>}
      lead={
        <Trans>
          It was used already or is too old. Your place is still there: sign in with your work e-mail address.
        </Trans>
      }
    >
      <LinkButton href="/sign-in" variant="primary" size="large" wide>
        <Trans>Send me a sign-in link</Trans>
      </LinkButton>
    </SplitSignIn>
  )
}

function useAcceptInvitation(token: string) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: () => api.accounts.acceptInvitation({ token }),
    onSuccess: async ({ programmeId }) => {
      queryClient.clear()
      await navigate({ href: programmeId ? `/programmes/${programmeId}/join` : '/', replace: true })
    },
  })
}
