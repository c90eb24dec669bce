import { Trans, useLingui } from '@lingui/react/macro'
import type { PeopleImport } from '@viceversa/domain/people/contract.ts'
import { useState } from 'react'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Stack } from '../../../ui/Layout.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { ApplyDialog } from './ApplyDialog.tsx'
import { CancelImportButton } from './CancelImportButton.tsx'
import { ChangesPanel } from './ChangesPanel.tsx'
import { ImportFigures } from './ImportFigures.tsx'
import { changesAnything, PlanInWords } from './PlanInWords.tsx'
import { ProblemsPanel } from './ProblemsPanel.tsx'

type CheckStepProps = { imported: PeopleImport; onColumns: () => void }
type View = 'created' | 'updated' | 'missing' | 'problems'

/** What the dry run found: nothing has happened yet. */
export function CheckStep({ imported, onColumns }: CheckStepProps) {
  const { t } = useLingui()
  const [asks, setAsks] = useState(false)
  const [chosen, setChosen] = useState<View | null>(null)
  const { counts, fileName } = imported
  if (!counts) return null

  const changes = changesAnything(imported)
  const tabs = [
    { key: 'created' as const, label: <Trans>Created</Trans>, count: counts.created },
    { key: 'updated' as const, label: <Trans>Changed</Trans>, count: counts.updated },
    { key: 'missing' as const, label: <Trans>Missing from the file</Trans>, count: counts.missing },
    {
      key: 'problems' as const,
      label: <Trans>Rows to look at</Trans>,
      count: counts.problems + counts.notes,
    },
  ].filter(({ count }) => count > 0)
  const view = tabs.find(({ key }) => key === chosen)?.key ?? tabs[0]?.key

  return (
    <>
      <PageHeader
        title={<PlanInWords imported={imported} />}
        lead={<Trans>This is what {fileName} would do. Nothing has been written yet.</Trans>}
        actions={
          <>
            <CancelImportButton importId={imported.id} />
            <Button onClick={onColumns}>
              <Trans>Back to the columns</Trans>
            </Button>
            {changes ? (
              <Button variant="primary" onClick={() => setAsks(true)}>
                <Trans>Apply this import</Trans>
              </Button>
            ) : (
              <LinkButton variant="primary" href="/people">
                <Trans>Open the directory</Trans>
              </LinkButton>
            )}
          </>
        }
      />
      <Stack gap={5}>
        <ImportFigures counts={counts} markMissingAsLeft={imported.markMissingAsLeft} />
        {view && (
          <Tabs label={t`What the file would do`} tabs={tabs} selected={view} onSelect={setChosen}>
            {view === 'problems' ? (
              <ProblemsPanel importId={imported.id} problems={counts.problems} />
            ) : (
              <ChangesPanel
                key={view}
                importId={imported.id}
                kind={view}
                markMissingAsLeft={imported.markMissingAsLeft}
              />
            )}
          </Tabs>
        )}
      </Stack>
      {asks && <ApplyDialog imported={imported} counts={counts} onClose={() => setAsks(false)} />}
    </>
  )
}
