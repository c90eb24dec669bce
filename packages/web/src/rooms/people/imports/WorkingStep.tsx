import { Trans } from '@lingui/react/macro'
import type { PeopleImport } from '@viceversa/domain/people/contract.ts'
import type { ReactNode } from 'react'
import { useFormat } from '../../../platform/Formatting.tsx'
import { type JobPhase, JobProgress } from '../../../ui/JobProgress.tsx'
import { Row, Stack } from '../../../ui/Layout.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { CancelImportButton } from './CancelImportButton.tsx'

/** The dry run or the writing, which go on at the server whoever watches. */
export function WorkingStep({ imported }: { imported: PeopleImport }) {
  const { id, fileName, progress } = imported
  const format = useFormat()
  const planning = imported.state === 'planning'
  const done = progress?.done ?? 0
  const of = progress?.of ?? 0
  const doneInFigures = format.number(done)
  const allInFigures = format.number(of)

  return (
    <>
      <PageHeader
        title={
          planning ? <Trans>Looking at what would change</Trans> : <Trans>Writing to the directory</Trans>
        }
        lead={fileName}
      />
      <Stack gap={5}>
        <JobProgress
          title={planning ? <Trans>Dry run</Trans> : <Trans>Applying the import</Trans>}
          counts={
            of === 0 ? (
              <Trans>Counting rows</Trans>
            ) : planning ? (
              <Trans>
                {doneInFigures} of {allInFigures} rows
              </Trans>
            ) : (
              <Trans>{allInFigures} rows</Trans>
            )
          }
          {...(planning && of > 0 ? { share: done / of } : {})}
          {...(planning ? { phases: phasesAt(progress?.phase) } : {})}
          note={
            planning ? (
              <Trans>You can leave this page. Nothing is changed by looking.</Trans>
            ) : (
              <Trans>You can leave this page. Either all of it is written, or nothing.</Trans>
            )
          }
        />
        {planning && (
          <Row>
            <CancelImportButton importId={id} />
          </Row>
        )}
      </Stack>
    </>
  )
}

const phases = ['rows', 'managers', 'summary'] as const

function phasesAt(phase = 'rows'): JobPhase[] {
  const words: Record<(typeof phases)[number], ReactNode> = {
    rows: <Trans>Read the rows</Trans>,
    managers: <Trans>Find managers and levels</Trans>,
    summary: <Trans>Sum up</Trans>,
  }
  const current = (phases as readonly string[]).indexOf(phase)
  return phases.map((key, index) => ({
    key,
    label: words[key],
    state: index < current ? 'done' : index === current ? 'current' : 'ahead',
  }))
}
