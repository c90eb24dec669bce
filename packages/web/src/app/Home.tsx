import { Trans, useLingui } from '@lingui/react/macro'
import { Navigate } from '@tanstack/react-router'
import { useDocumentTitle } from '../platform/useDocumentTitle.ts'
import { useMe } from '../rooms/accounts/queries.ts'
import { LinkButton } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { chosenSeat, homeOf } from './seats.ts'

/** The start page sends everybody to the place of their seat. */
export function Home() {
  const { t } = useLingui()
  const me = useMe()
  useDocumentTitle(t`Start`)
  const home = homeOf(me, chosenSeat())
  if (home) return <Navigate to={home} replace />
  return (
    <>
      <PageHeader title={<Trans>Good to see you, {me.person.givenName}</Trans>} />
      <EmptyState
        level={2}
        title={<Trans>No programme has a place for you at the moment</Trans>}
        action={
          <LinkButton href="/account">
            <Trans>Open my account</Trans>
          </LinkButton>
        }
      >
        <Trans>
          When a programme manager invites you, you get an e-mail, and the programme appears here.
        </Trans>
      </EmptyState>
    </>
  )
}
