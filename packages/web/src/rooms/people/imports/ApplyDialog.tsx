import { Plural, Trans, useLingui } from '@lingui/react/macro'
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconArrowBackUp from '@tabler/icons-react/icons/IconArrowBackUp'
import IconPencil from '@tabler/icons-react/icons/IconPencil'
import IconUserOff from '@tabler/icons-react/icons/IconUserOff'
import IconUserPlus from '@tabler/icons-react/icons/IconUserPlus'
import type { PeopleImport } from '@viceversa/domain/people/contract.ts'
import { ConsequenceDialog } from '../../../ui/ConsequenceDialog.tsx'
import { useApply } from '../queries.ts'
import { ImportProblemNotice } from './ImportProblemNotice.tsx'

type ApplyDialogProps = {
  imported: PeopleImport
  counts: NonNullable<PeopleImport['counts']>
  onClose: () => void
}

/** Asks, with the numbers of the dry run, before the directory is written to. */
export function ApplyDialog({ imported, counts, onClose }: ApplyDialogProps) {
  const { t } = useLingui()
  const applying = useApply(imported.id)
  const { created, updated, skipped } = counts
  const leaving = imported.markMissingAsLeft ? counts.missing : 0
  const people = created + updated + leaving

  return (
    <ConsequenceDialog
      open
      onClose={onClose}
      title={
        <Plural
          value={people}
          one="Write # person to the directory?"
          other="Write # people to the directory?"
        />
      }
      consequences={[
        ...(created > 0
          ? [
              {
                icon: IconUserPlus,
                text: (
                  <Plural
                    value={created}
                    one="# person is created. They get no e-mail."
                    other="# people are created. They get no e-mail."
                  />
                ),
              },
            ]
          : []),
        ...(updated > 0
          ? [
              {
                icon: IconPencil,
                text: <Plural value={updated} one="# person is changed." other="# people are changed." />,
              },
            ]
          : []),
        ...(leaving > 0
          ? [
              {
                icon: IconUserOff,
                text: (
                  <Plural
                    value={leaving}
                    one="# person is marked as left."
                    other="# people are marked as left."
                  />
                ),
              },
            ]
          : []),
        ...(skipped > 0
          ? [
              {
                icon: IconAlertTriangle,
                text: <Plural value={skipped} one="# row is left out." other="# rows are left out." />,
              },
            ]
          : []),
        {
          icon: IconArrowBackUp,
          text: (
            <Trans>
              You can undo it, as long as nobody it creates takes part in a programme and no later import
              follows.
            </Trans>
          ),
        },
      ]}
      confirmLabel={t`Apply this import`}
      cancelLabel={t`Keep looking`}
      busy={applying.isPending && t`Starting`}
      onConfirm={() => applying.mutate()}
    >
      <ImportProblemNotice error={applying.error} />
    </ConsequenceDialog>
  )
}
