import { Plural, Trans, useLingui } from '@lingui/react/macro'
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle'
import IconArrowBackUp from '@tabler/icons-react/icons/IconArrowBackUp'
import IconShieldCheck from '@tabler/icons-react/icons/IconShieldCheck'
import IconUserMinus from '@tabler/icons-react/icons/IconUserMinus'
import type { PeopleImport } from '@viceversa/domain/people/contract.ts'
import { problemOf } from '../../../platform/api.ts'
import { ConsequenceDialog } from '../../../ui/ConsequenceDialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { toast } from '../../../ui/toasts.ts'
import { useUndo } from '../queries.ts'

type UndoImportDialogProps = {
  imported: Pick<PeopleImport, 'id' | 'fileName' | 'counts' | 'markMissingAsLeft'>
  onClose: () => void
}

/** Asks before the directory is put back to what it was before an import. */
export function UndoImportDialog({ imported, onClose }: UndoImportDialogProps) {
  const { t } = useLingui()
  const { id, fileName, counts, markMissingAsLeft } = imported
  const undoing = useUndo(id)
  const problem = problemOf(undoing.error)
  const created = counts?.created ?? 0
  const changed = (counts?.updated ?? 0) + (markMissingAsLeft ? (counts?.missing ?? 0) : 0)

  function undo() {
    undoing.mutate(undefined, {
      onSuccess: () => {
        onClose()
        toast(t`The import of ${fileName} is undone`)
      },
    })
  }

  return (
    <ConsequenceDialog
      open
      onClose={onClose}
      title={<Trans>Undo the import of {fileName}?</Trans>}
      consequences={[
        ...(created > 0
          ? [
              {
                icon: IconUserMinus,
                text: (
                  <Plural
                    value={created}
                    one="The person it created leaves the directory again."
                    other="The # people it created leave the directory again."
                  />
                ),
              },
            ]
          : []),
        ...(changed > 0
          ? [
              {
                icon: IconArrowBackUp,
                text: (
                  <Plural
                    value={changed}
                    one="One person gets back what stood there before."
                    other="# people get back what stood there before."
                  />
                ),
              },
            ]
          : []),
        {
          icon: IconShieldCheck,
          text: (
            <Trans>
              If any of them takes part in a programme by now, nothing is undone and you are told.
            </Trans>
          ),
        },
      ]}
      confirmLabel={t`Undo this import`}
      cancelLabel={t`Keep it`}
      destructive
      busy={undoing.isPending && t`Undoing`}
      onConfirm={undo}
    >
      {undoing.isError && (
        <Notice
          tone="critical"
          icon={IconAlertCircle}
          live="assertive"
          title={problem?.title ?? t`The server did not answer`}
        >
          {problem ? problem.detail : <Trans>Nothing was undone. Please try again.</Trans>}
        </Notice>
      )}
    </ConsequenceDialog>
  )
}
