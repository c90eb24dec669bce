import { Trans, useLingui } from '@lingui/react/macro'
import type { MatchRun } from '@viceversa/domain/match-runs/contract.ts'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Stack } from '../../ui/Layout.tsx'
import { RadioCards } from '../../ui/RadioCards.tsx'
import { TextField } from '../../ui/TextField.tsx'
import { ProblemMessage } from './ProblemMessage.tsx'
import { useCreateMatchRun } from './queries.ts'

type NewScenarioProps = {
  open: boolean
  onClose: () => void
  programmeId: string
  copyOf: MatchRun
  onCreated: (matchRunId: string) => void
}

/** Another scenario beside the ones there are: a copy with its pins, or a fresh one. */
export function NewScenario({ open, onClose, programmeId, copyOf, onCreated }: NewScenarioProps) {
  const { t } = useLingui()
  const create = useCreateMatchRun(programmeId)
  const [name, setName] = useState('')
  const [from, setFrom] = useState<'copy' | 'defaults'>('copy')
  const original = copyOf.name

  function add() {
    const wanted = {
      ...(name.trim() ? { name: name.trim() } : {}),
      ...(from === 'copy' ? { copyOf: copyOf.id } : {}),
    }
    create.mutate(wanted, {
      onSuccess: ({ id }) => {
        setName('')
        onCreated(id)
        onClose()
      },
    })
  }

  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t`New scenario`}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            <Trans>Keep editing</Trans>
          </Button>
          <Button variant="primary" busy={create.isPending && t`Adding`} onClick={add}>
            <Trans>Add the scenario</Trans>
          </Button>
        </>
      }
    >
      <Stack>
        <ProblemMessage error={create.error} />
        <RadioCards
          label={t`Start from`}
          columns={2}
          value={from}
          onChange={setFrom}
          options={[
            { value: 'copy', label: original, detail: t`With its rules, weights, pins and exclusions` },
            {
              value: 'defaults',
              label: t`The usual settings`,
              detail: t`Learning goals first, all rules on`,
            },
          ]}
        />
        <TextField
          label={t`Name`}
          optional
          hint={t`For example “Learning goals first”. Without one it gets the next letter.`}
          maxLength={80}
          value={name}
          onChange={setName}
        />
      </Stack>
    </Dialog>
  )
}
