import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { problemOf } from '../../../platform/api.ts'
import { Button } from '../../../ui/Button.tsx'
import { toast } from '../../../ui/toasts.ts'
import { useCancelImport } from '../queries.ts'

/** Stops and forgets an import that has changed nothing yet. */
export function CancelImportButton({ importId }: { importId: string }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const cancelling = useCancelImport(importId)

  function cancel() {
    cancelling.mutate(undefined, {
      onSuccess: () => {
        toast(t`The import is cancelled. Nothing was changed.`)
        void navigate({ to: '/people/imports/new' })
      },
      onError: (error) =>
        toast(problemOf(error)?.detail ?? t`The import could not be cancelled. Please try again.`, {
          tone: 'critical',
        }),
    })
  }

  return (
    <Button variant="quiet" busy={cancelling.isPending && t`Cancelling`} onClick={cancel}>
      <Trans>Cancel the import</Trans>
    </Button>
  )
}
