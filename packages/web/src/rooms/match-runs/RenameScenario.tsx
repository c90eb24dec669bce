import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { MatchRun } from '@viceversa/domain/match-runs/contract.ts'
import { useState } from 'react'
import { api } from '../../platform/api.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ProblemMessage } from './ProblemMessage.tsx'
import { keepMatchRun } from './queries.ts'

type RenameScenarioProps = { open: boolean; onClose: () => void; run: MatchRun }

export function RenameScenario(props: RenameScenarioProps) {
  return props.open ? <Renaming {...props} /> : null
}

/** Gives a scenario a name by which a colleague recognises it. */
function Renaming({ open, onClose, run }: RenameScenarioProps) {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const [name, setName] = useState(run.name)
  const rename = useMutation({
    mutationFn: () =>
      api.matchRuns.change({ matchRunId: run.id, name: name.trim() }, { context: { ifMatch: run.version } }),
    onSuccess: (changed) => {
      void keepMatchRun(queryClient, changed)
      onClose()
    },
  })
  return (
    <Dialog
      open={open}
      onClose={onClose}
      width="narrow"
      title={t`Rename the scenario`}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            <Trans>Keep the name</Trans>
          </Button>
          <Button variant="primary" busy={rename.isPending && t`Saving`} onClick={() => rename.mutate()}>
            <Trans>Rename</Trans>
          </Button>
        </>
      }
    >
      <ProblemMessage error={rename.error} />
      <TextField label={t`Name`} maxLength={80} value={name} onChange={setName} />
    </Dialog>
  )
}
