import { Trans, useLingui } from '@lingui/react/macro'
import IconCompass from '@tabler/icons-react/icons/IconCompass'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { OrganisationView } from '@viceversa/domain/organisation/contract.ts'
import { useState } from 'react'
import { SplitSignIn } from '../../app/layouts/SplitSignIn.tsx'
import { api } from '../../platform/api.ts'
import { Button } from '../../ui/Button.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { Text } from '../../ui/Text.tsx'
import { ProblemNotice } from '../accounts/ProblemNotice.tsx'
import { RemoveSampleDialog } from './RemoveSampleDialog.tsx'
import { SetUpKeyField } from './SetUpKeyField.tsx'
import { setUpKeyFromAddress } from './set-up-key.ts'

/** The door of the sample organisation, where nobody has a mailbox: go in again, or remove it. */
export function SampleDoor({ organisation }: { organisation: OrganisationView }) {
  const { t } = useLingui()
  const [setUpKey, setSetUpKey] = useState(setUpKeyFromAddress)
  const [leaving, setLeaving] = useState(false)
  const key = setUpKey.trim() ? { setUpKey: setUpKey.trim() } : {}
  const enter = useEnterSample()
  return (
    <SplitSignIn
      organisation={organisation.name ?? undefined}
      title={<Trans>Look around again</Trans>}
      lead={
        <Trans>This is a sample organisation. Everybody in it is invented, so nobody has to sign in.</Trans>
      }
    >
      <Stack gap={5}>
        {organisation.setUpKeyNeeded && <SetUpKeyField value={setUpKey} onChange={setSetUpKey} />}
        <Button
          variant="primary"
          size="large"
          wide
          icon={IconCompass}
          busy={enter.isPending && t`Opening`}
          onClick={() => enter.mutate(key)}
        >
          <Trans>Look around</Trans>
        </Button>
        <Button size="large" wide onClick={() => setLeaving(true)}>
          <Trans>Leave and remove it</Trans>
        </Button>
        <ProblemNotice error={enter.error} />
        <Text size="sm" tone={3}>
          <Trans>
            To set up your own organisation, remove the sample first. It can be filled again at any time.
          </Trans>
        </Text>
      </Stack>
      <RemoveSampleDialog open={leaving} onClose={() => setLeaving(false)} setUpKey={key} />
    </SplitSignIn>
  )
}

/** Fills the sample, or finds it, and goes in as its programme manager. */
export function useEnterSample() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: (key: { setUpKey?: string }) => api.organisation.enterSample(key),
    onSuccess: async () => {
      queryClient.clear()
      await navigate({ to: '/' })
    },
  })
}
