import { Trans, useLingui } from '@lingui/react/macro'
import type { PeopleImport } from '@viceversa/domain/people/contract.ts'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Row, Stack } from '../../../ui/Layout.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { usePlan } from '../queries.ts'
import { CancelImportButton } from './CancelImportButton.tsx'
import { ImportProblemNotice } from './ImportProblemNotice.tsx'

type FailedStepProps = { imported: PeopleImport; onColumns: () => void }

/** An import that could not go on: why, and the ways from here. */
export function FailedStep({ imported, onColumns }: FailedStepProps) {
  const { t } = useLingui()
  const { id, fileName, failure, mapping, choices, markMissingAsLeft } = imported
  const planning = usePlan(id)
  return (
    <>
      <PageHeader title={<Trans>{fileName} could not be imported</Trans>} />
      <Stack gap={5}>
        <ErrorState
          title={failure ?? t`The import stopped. Nothing was changed.`}
          retrying={planning.isPending}
          onRetry={() => planning.mutate({ mapping, choices, markMissingAsLeft })}
          action={
            <LinkButton href="/people/imports/new">
              <Trans>Choose another file</Trans>
            </LinkButton>
          }
        >
          <Trans>Trying again looks at the same file once more. It changes nothing by itself.</Trans>
        </ErrorState>
        <ImportProblemNotice error={planning.error} />
        <Row>
          <CancelImportButton importId={id} />
          <Button onClick={onColumns}>
            <Trans>Back to the columns</Trans>
          </Button>
        </Row>
      </Stack>
    </>
  )
}
