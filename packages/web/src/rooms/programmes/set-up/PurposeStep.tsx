import { Trans, useLingui } from '@lingui/react/macro'
import type { Programme } from '@viceversa/domain/programmes/contract.ts'
import { FieldGroup } from '../../../ui/Field.tsx'
import { Stack } from '../../../ui/Layout.tsx'
import { TextArea } from '../../../ui/TextArea.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { StepFrame } from './StepFrame.tsx'
import { useSelfSaving } from './useSelfSaving.ts'

/** Why the programme exists and what should be different afterwards. */
export function PurposeStep({ programme }: { programme: Programme }) {
  const { t } = useLingui()
  const saving = useSelfSaving(programme, ({ name }) => name === undefined || name.trim() !== '')
  const { value, change } = saving
  const nameError = value.name.trim() === '' ? t`Give the programme a name.` : undefined
  const outcomes = [value.outcomes[0] ?? '', value.outcomes[1] ?? '']
  const changeOutcome = (index: number, text: string) =>
    change({
      outcomes: outcomes.map((each, at) => (at === index ? text : each)).filter((each) => each.trim() !== ''),
    })

  return (
    <StepFrame
      programme={programme}
      step="purpose"
      saving={saving}
      title={<Trans>What is this programme for?</Trans>}
      lead={
        <Trans>
          A clear purpose keeps it from becoming lessons in using a phone. Everybody in the programme reads
          it.
        </Trans>
      }
      problems={nameError ? [{ fieldId: 'name', message: nameError }] : []}
    >
      <TextField
        id="name"
        label={<Trans>Name of the programme</Trans>}
        value={value.name}
        onChange={(name) => change({ name })}
        error={nameError}
        maxLength={120}
        autoComplete="off"
      />
      <TextArea
        id="purpose"
        label={<Trans>Purpose</Trans>}
        hint={<Trans>One or two sentences: who learns what from whom, and why now.</Trans>}
        value={value.purpose}
        onChange={(purpose) => change({ purpose })}
        limit={2000}
        rows={4}
      />
      <FieldGroup
        id="outcomes"
        label={<Trans>What should be different afterwards?</Trans>}
        hint={<Trans>One or two outcomes that somebody could check. Fewer are more likely to happen.</Trans>}
      >
        <Stack gap={3}>
          <TextField
            label={<Trans>First outcome</Trans>}
            value={outcomes[0] ?? ''}
            onChange={(text) => changeOutcome(0, text)}
            maxLength={200}
            placeholder={t`One working rule changed by what mentors said`}
          />
          <TextField
            label={<Trans>Second outcome</Trans>}
            optional
            value={outcomes[1] ?? ''}
            onChange={(text) => changeOutcome(1, text)}
            maxLength={200}
          />
        </Stack>
      </FieldGroup>
    </StepFrame>
  )
}
