import { Trans } from '@lingui/react/macro'
import { Button } from '../../../ui/Button.tsx'
import { Stack } from '../../../ui/Layout.tsx'
import { Text } from '../../../ui/Text.tsx'
import { VisibilityList } from '../WhatIsStored.tsx'
import { SetUpLayout } from './SetUpLayout.tsx'

/** The promises the database keeps, read once by whoever will be asked about them. */
export function VisibilityStep({ onBack, onDone }: { onBack: () => void; onDone: () => void }) {
  return (
    <SetUpLayout
      step="visibility"
      title={<Trans>Who can see what</Trans>}
      lead={<Trans>People will ask you this. The database enforces it, whatever role somebody has.</Trans>}
      actions={
        <>
          <Button onClick={onBack}>
            <Trans>Back</Trans>
          </Button>
          <Button variant="primary" onClick={onDone}>
            <Trans>Continue</Trans>
          </Button>
        </>
      }
    >
      <Stack gap={5}>
        <VisibilityList />
        <Text tone={2}>
          <Trans>
            Everybody who is invited sees the same before their first answer, and can say no without giving a
            reason.
          </Trans>
        </Text>
      </Stack>
    </SetUpLayout>
  )
}
