import { Trans, useLingui } from '@lingui/react/macro'
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle'
import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff'
import IconTrash from '@tabler/icons-react/icons/IconTrash'
import IconUserPlus from '@tabler/icons-react/icons/IconUserPlus'
import type { ProgrammeView } from '@viceversa/domain/programmes/contract.ts'
import { useState } from 'react'
import { problemOf } from '../../../platform/api.ts'
import { Button } from '../../../ui/Button.tsx'
import { ConsequenceDialog } from '../../../ui/ConsequenceDialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { useLeave } from '../queries.ts'

/** The way out: no reason asked, nothing left behind. */
export function LeaveButton({ view, onLeft }: { view: ProgrammeView; onLeft: () => void }) {
  const { t } = useLingui()
  const [asks, setAsks] = useState(false)
  const leaving = useLeave(view.id)
  const failure = problemOf(leaving.error)
  return (
    <>
      <Button variant="quiet" onClick={() => setAsks(true)}>
        <Trans>Leave this programme</Trans>
      </Button>
      <ConsequenceDialog
        open={asks}
        onClose={() => setAsks(false)}
        title={<Trans>Leave {view.name}?</Trans>}
        consequences={[
          { icon: IconTrash, text: <Trans>Your place and everything you entered is deleted at once.</Trans> },
          { icon: IconEyeOff, text: <Trans>Nobody is told, and no reason is asked.</Trans> },
          { icon: IconUserPlus, text: <Trans>To come back you would need a new invitation.</Trans> },
        ]}
        confirmLabel={t`Leave the programme`}
        cancelLabel={t`Stay`}
        onConfirm={() => void leaving.mutateAsync().then(onLeft, () => undefined)}
        busy={leaving.isPending && t`Leaving`}
        destructive
      >
        {failure && (
          <Notice tone="critical" icon={IconAlertCircle} live="assertive" title={failure.title}>
            {failure.detail}
          </Notice>
        )}
      </ConsequenceDialog>
    </>
  )
}
