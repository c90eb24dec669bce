import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import type { DirectoryRow } from '@viceversa/domain/people/contract.ts'
import { useMemo } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataGrid } from '../../../ui/DataGrid.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PersonAvatar } from '../../../ui/PersonAvatar.tsx'
import type { Column } from '../../../ui/Table.tsx'
import styles from './Directory.module.css'
import type { Change } from './DirectoryFilters.tsx'
import { type DirectorySearch, isFiltered, noFilters } from './directory-search.ts'

type DirectoryGridProps = {
  search: DirectorySearch
  change: Change
  people: {
    data: { pages: readonly { rows: readonly DirectoryRow[] }[] } | undefined
    isPending: boolean
    hasNextPage: boolean
    fetchNextPage: () => Promise<unknown>
  }
  total: number
}

/** The rows of the directory, ten thousand if need be. */
export function DirectoryGrid({ search, change, people, total }: DirectoryGridProps) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const rows = useMemo(() => people.data?.pages.flatMap((page) => page.rows) ?? [], [people.data])
  const columns = useColumns()
  return (
    <DataGrid
      label={t`People in the directory`}
      rows={rows}
      total={total}
      loading={people.isPending}
      rowKey={({ id }) => id}
      columns={columns}
      {...(people.hasNextPage ? { onMore: () => void people.fetchNextPage() } : {})}
      sort={{ column: search.sort ?? 'name', descending: search.direction === 'descending' }}
      onSort={({ column, descending }) =>
        change({
          sort: sortable.find((each) => each === column),
          direction: descending ? 'descending' : undefined,
        })
      }
      onOpen={({ id }) => void navigate({ to: '/people/$personId', params: { personId: id } })}
      phoneRow={PhoneRow}
      empty={
        isFiltered(search) ? (
          <EmptyState
            title={<Trans>Nobody fits this search</Trans>}
            action={
              <Button onClick={() => change(noFilters)}>
                <Trans>Show everybody</Trans>
              </Button>
            }
          >
            <Trans>Try part of a name, or remove a filter.</Trans>
          </EmptyState>
        ) : (
          <EmptyState title={<Trans>Nobody is in the directory</Trans>} />
        )
      }
    />
  )
}

const sortable = ['jobTitle', 'department', 'site', 'level'] as const

function useColumns(): Column<DirectoryRow>[] {
  return useMemo(
    () => [
      {
        id: 'name',
        header: <Trans>Name</Trans>,
        cell: ({ id, displayName }) => (
          <span className={styles.name}>
            <PersonAvatar name={displayName} role="none" size={28} />
            {/* The row itself is the keyboard's way there. */}
            <Anchor href={`/people/${id}`} tabIndex={-1} className={styles.link}>
              {displayName}
            </Anchor>
          </span>
        ),
        sortable: true,
        width: 'minmax(180px, 1.3fr)',
      },
      {
        id: 'jobTitle',
        header: <Trans>Job</Trans>,
        cell: ({ jobTitle }) => jobTitle,
        sortable: true,
        width: 'minmax(0, 1.2fr)',
      },
      {
        id: 'department',
        header: <Trans>Department</Trans>,
        cell: ({ department }) => department,
        sortable: true,
      },
      { id: 'site', header: <Trans>Site</Trans>, cell: ({ site }) => site, sortable: true },
      {
        id: 'level',
        header: <Trans>Level</Trans>,
        cell: ({ level }) => level,
        numeric: true,
        sortable: true,
        width: '76px',
      },
      { id: 'manager', header: <Trans>Manager</Trans>, cell: ({ managerName }) => managerName },
    ],
    [],
  )
}

function PhoneRow({ displayName, jobTitle, department, site }: DirectoryRow) {
  return (
    <span className={styles.phoneRow}>
      <PersonAvatar name={displayName} role="none" size={36} />
      <span className={styles.phoneWords}>
        <strong>{displayName}</strong>
        <span>{[jobTitle, department, site].filter(Boolean).join(', ')}</span>
      </span>
    </span>
  )
}
