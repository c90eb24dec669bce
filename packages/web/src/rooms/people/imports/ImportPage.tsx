import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { PeopleImport } from '@viceversa/domain/people/contract.ts'
import { useEffect, useRef, useState } from 'react'
import { TopBar } from '../../../app/shell/TopBar.tsx'
import { queries } from '../../../platform/api.ts'
import { useDocumentTitle } from '../../../platform/useDocumentTitle.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { PeopleFailure } from '../PeopleFailure.tsx'
import { importQuery } from '../queries.ts'
import { CheckStep } from './CheckStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { FailedStep } from './FailedStep.tsx'
import { type ImportStepKey, ImportSteps } from './ImportSteps.tsx'
import styles from './Imports.module.css'
import { WorkingStep } from './WorkingStep.tsx'

const route = getRouteApi('/people/imports/$importId')

/** One import, wherever it stands; the address holds for as long as the import does. */
export function ImportPage() {
  const { t } = useLingui()
  const { importId } = route.useParams()
  const { data: imported, error, isFetching, refetch } = useQuery(importQuery(importId))
  useDocumentTitle(t`Import people`, t`Directory`)
  useFreshDirectory(imported?.state)

  return (
    <>
      <TopBar
        heading={!imported}
        place={imported?.fileName ?? t`Import`}
        trail={[
          { label: t`Directory`, href: '/people' },
          { label: t`Import people`, href: '/people/imports/new' },
        ]}
      />
      {imported && <ByState key={imported.id} imported={imported} />}
      {!imported && !error && <Skeleton lines={8} height={44} />}
      {!imported && error && (
        <PeopleFailure
          error={error}
          missing={<Trans>This import is not there any more</Trans>}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
    </>
  )
}

/** The mapping of a planned or failed import can be looked at again; until it is run once more, nothing is lost. */
function ByState({ imported }: { imported: PeopleImport }) {
  const [looksAtColumns, setLooksAtColumns] = useState(false)
  const { state } = imported
  const showsColumns = state === 'read' || (looksAtColumns && (state === 'planned' || state === 'failed'))
  const step: ImportStepKey = showsColumns ? 'columns' : stepOf(state)

  const { t } = useLingui()
  const { fileName } = imported
  const part = useFocusOnChange(showsColumns ? 'columns' : state)

  return (
    <section ref={part} tabIndex={-1} aria-label={t`Import of ${fileName}`} className={styles.part}>
      <ImportSteps at={step} />
      {showsColumns && <ColumnsStep imported={imported} onPlanned={() => setLooksAtColumns(false)} />}
      {(state === 'planning' || state === 'applying') && <WorkingStep imported={imported} />}
      {!showsColumns && state === 'planned' && (
        <CheckStep imported={imported} onColumns={() => setLooksAtColumns(true)} />
      )}
      {!showsColumns && state === 'failed' && (
        <FailedStep imported={imported} onColumns={() => setLooksAtColumns(true)} />
      )}
      {(state === 'applied' || state === 'undone' || state === 'cancelled') && (
        <DoneStep imported={imported} />
      )}
    </section>
  )
}

/** What one was looking at has gone: the keyboard and the screen reader go on at what has come instead. */
function useFocusOnChange(shown: string) {
  const part = useRef<HTMLElement>(null)
  const before = useRef(shown)
  useEffect(() => {
    if (before.current === shown) return
    before.current = shown
    part.current?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }, [shown])
  return part
}

function stepOf(state: PeopleImport['state']): ImportStepKey {
  if (state === 'applied' || state === 'undone' || state === 'cancelled') return 'done'
  return 'check'
}

/** Once an import is applied or undone, what was read of the directory is old, also without a live update. */
function useFreshDirectory(state: PeopleImport['state'] | undefined) {
  const queryClient = useQueryClient()
  useEffect(() => {
    if (state !== 'applied' && state !== 'undone') return
    for (const stale of [queries.people.list, queries.people.facets, queries.people.show]) {
      void queryClient.invalidateQueries({ queryKey: stale.key() })
    }
  }, [state, queryClient])
}
