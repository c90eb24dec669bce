import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { setUpForm } from '@viceversa/domain/organisation/contract.ts'
import { useId } from 'react'
import { api, problemOf } from '../../../platform/api.ts'
import { Button } from '../../../ui/Button.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Stack } from '../../../ui/Layout.tsx'
import { Select } from '../../../ui/Select.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { ProblemNotice } from '../../accounts/ProblemNotice.tsx'
import { SetUpKeyField } from '../SetUpKeyField.tsx'
import type { DraftStepProps } from './AccountStep.tsx'
import type { Draft } from './draft.ts'
import { SetUpLayout } from './SetUpLayout.tsx'
import { useStepForm } from './useStepForm.ts'

const shape = setUpForm.pick({ organisationName: true, timeZone: true, setUpKey: true })

/** Names the organisation and creates it, with the account of the step before. */
export function OrganisationStep({
  draft,
  onChange,
  organisation,
  onBack,
  onPasswordRefused,
  onDone,
}: DraftStepProps & { onBack: () => void; onPasswordRefused: (why: string) => void }) {
  const { t } = useLingui()
  const formId = useId()
  const form = useStepForm(shape, draft)
  const create = useCreateOrganisation(onDone, onPasswordRefused)
  const wrongKey = problemOf(create.error)?.type === '/problems/set-up-key-wrong'

  return (
    <SetUpLayout
      step="organisation"
      title={<Trans>What is your organisation called?</Trans>}
      lead={<Trans>The name stands on the sign-in page and in every e-mail. You can change it later.</Trans>}
      formId={formId}
      onSubmit={() => form.check() && create.mutate(draft)}
      actions={
        <>
          <Button onClick={onBack}>
            <Trans>Back</Trans>
          </Button>
          <Button type="submit" form={formId} variant="primary" busy={create.isPending && t`Creating`}>
            <Trans>Create {draft.organisationName.trim() || t`the organisation`}</Trans>
          </Button>
        </>
      }
    >
      <Stack gap={5}>
        <ErrorSummary problems={form.problems} submissions={form.submissions} />
        {!wrongKey && <ProblemNotice error={create.error} />}
        <TextField
          label={t`Name of the organisation`}
          autoComplete="organization"
          {...form.field('organisationName')}
          value={draft.organisationName}
          onChange={(organisationName) => {
            onChange({ ...draft, organisationName })
            form.clear('organisationName')
          }}
        />
        <Select
          label={t`Time zone`}
          hint={t`Days begin and end here, for example when an invitation runs out. Everybody sees times in their own zone.`}
          id="timeZone"
          width={32}
          value={draft.timeZone}
          onChange={(timeZone) => onChange({ ...draft, timeZone })}
          options={Intl.supportedValuesOf('timeZone').map((zone) => ({
            value: zone,
            label: zone.replaceAll('_', ' '),
          }))}
        />
        {organisation.setUpKeyNeeded && (
          <SetUpKeyField
            id="setUpKey"
            value={draft.setUpKey}
            onChange={(setUpKey) => {
              onChange({ ...draft, setUpKey })
              create.reset()
            }}
            error={wrongKey ? t`This key does not match the one on the console.` : undefined}
          />
        )}
      </Stack>
    </SetUpLayout>
  )
}

function useCreateOrganisation(onDone: () => void, onPasswordRefused: (why: string) => void) {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: ({ wayIn, password, setUpKey, ...draft }: Draft) =>
      api.organisation.setUp({
        ...draft,
        ...(wayIn === 'password' ? { password } : {}),
        ...(setUpKey ? { setUpKey } : {}),
      }),
    onSuccess: async () => {
      await queryClient.resetQueries()
      onDone()
    },
    onError: (error) => {
      const problem = problemOf(error)
      if (problem?.type === '/problems/password-too-common') {
        onPasswordRefused(problem.detail ?? problem.title)
      }
    },
  })
}
