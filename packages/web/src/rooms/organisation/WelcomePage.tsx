import { Trans, useLingui } from '@lingui/react/macro'
import IconBuilding from '@tabler/icons-react/icons/IconBuilding'
import IconCompass from '@tabler/icons-react/icons/IconCompass'
import IconServer2 from '@tabler/icons-react/icons/IconServer2'
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useState } from 'react'
import { SplitSignIn } from '../../app/layouts/SplitSignIn.tsx'
import { problemOf } from '../../platform/api.ts'
import { useDocumentTitle } from '../../platform/useDocumentTitle.ts'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Text } from '../../ui/Text.tsx'
import { ProblemNotice } from '../accounts/ProblemNotice.tsx'
import { organisationQuery } from './queries.ts'
import { useEnterSample } from './SampleDoor.tsx'
import { SetUpKeyField } from './SetUpKeyField.tsx'
import { setUpKeyFromAddress } from './set-up-key.ts'
import styles from './WelcomePage.module.css'
import { WhatIsStored } from './WhatIsStored.tsx'

/** The first page of a house that nobody has set up yet. */
export function WelcomePage() {
  const { t } = useLingui()
  const organisation = useQuery(organisationQuery())
  useDocumentTitle(t`Welcome`)

  if (organisation.error) {
    return (
      <SplitSignIn title={<Trans>Viceversa does not answer</Trans>}>
        <ErrorState
          title={<Trans>The server could not be asked</Trans>}
          reference={problemOf(organisation.error)?.requestId}
          onRetry={() => void organisation.refetch()}
          retrying={organisation.isFetching}
        />
      </SplitSignIn>
    )
  }
  if (!organisation.data) return null
  if (organisation.data.state !== 'empty') return <Navigate to="/" replace />
  return <Choice keyNeeded={organisation.data.setUpKeyNeeded} />
}

function Choice({ keyNeeded }: { keyNeeded: boolean }) {
  const { t } = useLingui()
  const [setUpKey, setSetUpKey] = useState(setUpKeyFromAddress)
  const sample = useEnterSample()

  return (
    <SplitSignIn
      title={<Trans>Welcome to Viceversa</Trans>}
      lead={<Trans>Juniors mentor leaders, and both learn. What would you like to do first?</Trans>}
      footer={
        <>
          <IconServer2 size={18} aria-hidden />
          <span>
            <Trans>Runs on this server, and your data stay here.</Trans> <WhatIsStored />
          </span>
        </>
      }
    >
      <Stack gap={5}>
        <div className={styles.way}>
          <LinkButton href="/set-up" variant="primary" size="large" wide icon={IconBuilding}>
            <Trans>Set up my organisation</Trans>
          </LinkButton>
          <Text size="sm" tone={3}>
            <Trans>
              About ten minutes: your account, the organisation, e-mail. You can stop and go on later.
            </Trans>
          </Text>
        </div>
        <div className={styles.way}>
          <Button
            size="large"
            wide
            icon={IconCompass}
            busy={sample.isPending && t`Filling the sample organisation`}
            onClick={() => sample.mutate(setUpKey.trim() ? { setUpKey: setUpKey.trim() } : {})}
          >
            <Trans>Look around a sample organisation</Trans>
          </Button>
          <Text size="sm" tone={3}>
            <Trans>
              Invented people and pairs in the middle of their programme. One click removes all of it again.
            </Trans>
          </Text>
          {keyNeeded && <SetUpKeyField value={setUpKey} onChange={setSetUpKey} optional />}
        </div>
        <ProblemNotice error={sample.error} />
      </Stack>
    </SplitSignIn>
  )
}
