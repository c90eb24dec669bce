import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import type { PeopleImport } from '@viceversa/domain/people/contract.ts'
import { useState } from 'react'
import { problemOf } from '../../../platform/api.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Row } from '../../../ui/Layout.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { Text } from '../../../ui/Text.tsx'
import { importsQuery } from '../queries.ts'
import { CountsInWords } from './CountsInWords.tsx'
import { ImportStateTag } from './ImportStateTag.tsx'
import styles from './Imports.module.css'
import { UndoImportDialog } from './UndoImportDialog.tsx'

type EarlierImport = Omit<PeopleImport, 'columns' | 'mapping' | 'choices'>

/** The imports so far, the newest first; the last one applied can be undone here. */
export function EarlierImports() {
  const { data: imports, error, isFetching, refetch } = useQuery(importsQuery())
  if (imports) {
    return imports.length === 0 ? (
      <Text tone={2}>
        <Trans>No file has been imported yet. Each import will be listed here and can be undone.</Trans>
      </Text>
    ) : (
      <ul className={styles.imports}>
        {imports.map((imported) => (
          <EarlierImportRow key={imported.id} imported={imported} />
        ))}
      </ul>
    )
  }
  if (!error) return <Skeleton lines={3} height={44} />
  return (
    <ErrorState
      title={<Trans>The earlier imports could not be loaded</Trans>}
      reference={problemOf(error)?.requestId}
      onRetry={() => void refetch()}
      retrying={isFetching}
    />
  )
}

function EarlierImportRow({ imported }: { imported: EarlierImport }) {
  const { t } = useLingui()
  const format = useFormat()
  const [asks, setAsks] = useState(false)
  const { id, fileName, state, createdAt, createdBy, counts, canBeUndone } = imported
  const when = format.moment(createdAt)
  return (
    <li className={styles.import}>
      <div className={styles.importWords}>
        <Row>
          <Anchor href={`/people/imports/${id}`}>{fileName}</Anchor> <ImportStateTag state={state} />
        </Row>
        <Text size="sm" tone={2}>
          {createdBy ? (
            <Trans>
              {when} by {createdBy}
            </Trans>
          ) : (
            when
          )}
          {counts && (
            <>
              {'. '}
              <CountsInWords counts={counts} />
            </>
          )}
        </Text>
      </div>
      {canBeUndone && (
        <Button size="small" aria-label={t`Undo the import of ${fileName}`} onClick={() => setAsks(true)}>
          <Trans>Undo</Trans>
        </Button>
      )}
      {asks && <UndoImportDialog imported={imported} onClose={() => setAsks(false)} />}
    </li>
  )
}
