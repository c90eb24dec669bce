import { Trans, useLingui } from '@lingui/react/macro'
import IconMailbox from '@tabler/icons-react/icons/IconMailbox'
import IconMailForward from '@tabler/icons-react/icons/IconMailForward'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { SplitSignIn } from '../../app/layouts/SplitSignIn.tsx'
import { api, problemOf } from '../../platform/api.ts'
import { useDocumentTitle } from '../../platform/useDocumentTitle.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { organisationQuery } from '../organisation/queries.ts'
import { ProblemNotice } from './ProblemNotice.tsx'
import { useAfterSignIn } from './useAfterSignIn.ts'

/**
 * Where a sign-in link leads, and what one sees after asking for one. The token stands behind `#`, so only this page
 * ever sees it, and only the button uses it up: programs that open every link in a mail do no harm.
 */
export function SignInLinkPage() {
  const hash = useLocation({ select: ({ hash }) => hash })
  const [token, setToken] = useState('')
  // Opened in the tab that waits for it, a link changes only what stands behind `#`, and loads nothing anew.
  if (hash && hash !== token) setToken(hash)
  useEffect(() => {
    // Taken out of the address bar, so that it does not stay in the history or on a shared screen.
    if (hash) history.replaceState(history.state, '', window.location.pathname)
  }, [hash])
  return token ? <Arrived key={token} token={token} /> : <OnItsWay />
}

function OnItsWay() {
  const { t } = useLingui()
  const { data: organisation } = useQuery(organisationQuery())
  useDocumentTitle(t`Look at your mail`)
  return (
    <SplitSignIn
      organisation={organisation?.name ?? undefined}
      title={<Trans>Look at your mail</Trans>}
      lead={
        <Trans>
          If this address belongs to somebody here, a link is on its way. It works once and for 15 minutes.
        </Trans>
      }
    >
      <Stack gap={5}>
        {organisation && !organisation.sendsMail && (
          <Notice icon={IconMailbox} title={<Trans>This server does not send e-mail yet.</Trans>}>
            <Trans>An administrator finds your link in the outbox and can hand it to you.</Trans>
          </Notice>
        )}
        <LinkButton href="/sign-in" size="large" wide>
          <Trans>Back to sign-in</Trans>
        </LinkButton>
      </Stack>
    </SplitSignIn>
  )
}

function Arrived({ token }: { token: string }) {
  const { t } = useLingui()
  const { data: organisation } = useQuery(organisationQuery())
  const afterSignIn = useAfterSignIn()
  const signIn = useMutation({
    mutationFn: () => api.accounts.signInWithLink({ token }),
    onSuccess: afterSignIn,
  })
  useDocumentTitle(t`Sign in`)

  if (problemOf(signIn.error)?.type === '/problems/sign-in-link-not-valid') return <Expired />
  return (
    <SplitSignIn
      organisation={organisation?.name ?? undefined}
      title={<Trans>Good to see you again</Trans>}
      lead={<Trans>One press, and you are in.</Trans>}
    >
      <Stack gap={5}>
        <Button
          variant="primary"
          size="large"
          wide
          icon={IconMailForward}
          busy={signIn.isPending && t`Signing in`}
          onClick={() => signIn.mutate()}
        >
          <Trans>Sign in</Trans>
        </Button>
        <ProblemNotice error={signIn.error} />
      </Stack>
    </SplitSignIn>
  )
}

function Expired() {
  const { t } = useLingui()
  useDocumentTitle(t`Link no longer works`)
  return (
    <SplitSignIn
      title={<Trans>This link no longer works</Trans>}
      lead={<Trans>A sign-in link works once and for 15 minutes. A new one takes a moment.</Trans>}
    >
      <LinkButton href="/sign-in" variant="primary" size="large" wide>
        <Trans>Ask for a new link</Trans>
      </LinkButton>
    </SplitSignIn>
  )
}
