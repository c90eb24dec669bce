import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { PeopleImport } from '@viceversa/domain/people/contract.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/Formatting.tsx'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import { Stack } from '../../../ui/Layout.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Text } from '../../../ui/Text.tsx'
import { ImportFigures } from './ImportFigures.tsx'
import { UndoImportDialog } from './UndoImportDialog.tsx'

/** An import that was applied, undone or cancelled. */
export function DoneStep({ imported }: { imported: PeopleImport }) {
  const [asks, setAsks] = useState(false)
  const { state, counts, canBeUndone, markMissingAsLeft } = imported
  const applied = state === 'applied'
  return (
    <>
      <PageHeader
        title={<Headline imported={imported} />}
        lead={<Lead imported={imported} />}
        actions={
          <>
            {canBeUndone && (
              <Button onClick={() => setAsks(true)}>
                <Trans>Undo this import</Trans>
              </Button>
            )}
            {!applied && (
              <LinkButton href="/people/imports/new">
                <Trans>Import another file</Trans>
              </LinkButton>
            )}
            <LinkButton variant="primary" href="/people">
              <Trans>Open the directory</Trans>
            </LinkButton>
          </>
        }
      />
      <Stack gap={5}>
        {applied && counts && <ImportFigures counts={counts} markMissingAsLeft={markMissingAsLeft} />}
        {applied && !canBeUndone && (
          <Text tone={2}>
            <Trans>A later import builds on this one, so that one has to be undone first.</Trans>
          </Text>
        )}
        {asks && <UndoImportDialog imported={imported} onClose={() => setAsks(false)} />}
      </Stack>
    </>
  )
}

function Headline({ imported: { state, counts, markMissingAsLeft } }: { imported: PeopleImport }) {
  if (state === 'undone') return <Trans>This import is undone</Trans>
  if (state === 'cancelled') return <Trans>This import was cancelled</Trans>
  const created = counts?.created ?? 0
  const changed = (counts?.updated ?? 0) + (markMissingAsLeft ? (counts?.missing ?? 0) : 0)
  if (created === 0) {
    return <Plural value={changed} one="# person is up to date" other="# people are up to date" />
  }
  return (
    <>
      <Plural
        value={created}
        one="# person is new in the directory"
        other="# people are new in the directory"
      />
      {changed > 0 && (
        <>
          , <Plural value={changed} one="# is up to date" other="# are up to date" />
        </>
      )}
    </>
  )
}

function Lead({ imported }: { imported: PeopleImport }) {
  const { t } = useLingui()
  const format = useFormat()
  const { fileName, state, appliedAt, createdBy } = imported
  const when = appliedAt && format.dateAndTime(appliedAt)
  const who = createdBy ?? t`somebody who has left`
  if (state === 'undone') {
    return (
      <Trans>The directory is as it was before {fileName}. You can import the file again at any time.</Trans>
    )
  }
  if (state === 'cancelled' || !when) return <Trans>{fileName} has changed nothing.</Trans>
  return (
    <Trans>
      {fileName} was applied on {when}, uploaded by {who}.
    </Trans>
  )
}
