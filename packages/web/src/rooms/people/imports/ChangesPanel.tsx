import { Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ImportChange } from '@viceversa/domain/people/contract.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { useMediaQuery } from '../../../platform/useMediaQuery.ts'
import { Stack } from '../../../ui/Layout.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { Text } from '../../../ui/Text.tsx'
import { PeopleFailure } from '../PeopleFailure.tsx'
import { changesQuery } from '../queries.ts'
import { FieldChanges } from './FieldChanges.tsx'
import styles from './Imports.module.css'
import { ShowMore } from './ShowMore.tsx'

type ChangesPanelProps = {
  importId: string
  kind: ImportChange['kind']
  markMissingAsLeft: boolean
}

/** People of one kind of change: who, in which row, and what would be different. */
export function ChangesPanel({ importId, kind, markMissingAsLeft }: ChangesPanelProps) {
  const { t } = useLingui()
  const format = useFormat()
  const phone = useMediaQuery('(max-width: 820px)')
  const changes = useInfiniteQuery(changesQuery(importId, kind))
  if (changes.isPending) return <Skeleton lines={6} height={44} />
  if (changes.isError) {
    return (
      <PeopleFailure
        error={changes.error}
        retrying={changes.isFetching}
        onRetry={() => void changes.refetch()}
      />
    )
  }

  const rows = changes.data.pages.flatMap((page) => page.rows)
  const total = changes.data.pages[0]?.total ?? 0
  const captions = {
    created: t`People who would be created`,
    updated: t`People who would be changed`,
    missing: t`People missing from the file`,
  }
  const onPhones: Column<ImportChange>[] = [
    {
      id: 'name',
      header: <Trans>Who</Trans>,
      cell: ({ row, name, email, changes: fields }) => (
        <span className={styles.card}>
          <strong>{name}</strong>
          <Text as="span" size="sm" tone={2}>
            {row === null ? email : <RowAndEmail row={row} email={email} />}
          </Text>
          {kind !== 'created' && <FieldChanges changes={fields} />}
        </span>
      ),
    },
  ]
  const columns: Column<ImportChange>[] = [
    ...(kind === 'missing'
      ? []
      : [
          {
            id: 'row',
            header: <Trans>Row</Trans>,
            cell: ({ row }: ImportChange) => (row === null ? '' : format.number(row)),
            numeric: true,
            width: '72px',
          },
        ]),
    { id: 'name', header: <Trans>Name</Trans>, cell: ({ name }) => name },
    { id: 'email', header: <Trans>Work e-mail</Trans>, cell: ({ email }) => email },
    ...(kind === 'created'
      ? []
      : [
          {
            id: 'changes',
            header: <Trans>What changes</Trans>,
            cell: ({ changes: fields }: ImportChange) => <FieldChanges changes={fields} />,
            width: '50%',
          },
        ]),
  ]

  return (
    <Stack gap={3}>
      {kind === 'missing' && (
        <Text tone={2}>
          {markMissingAsLeft ? (
            <Trans>They are in the directory but not in the file, so they would be marked as left.</Trans>
          ) : (
            <Trans>They are in the directory but not in the file. They stay as they are.</Trans>
          )}
        </Text>
      )}
      <Table
        caption={captions[kind]}
        columns={phone ? onPhones : columns}
        rows={rows}
        rowKey={({ row, email }) => `${row} ${email}`}
        {...(phone ? {} : { rowHeader: 'name' })}
      />
      <ShowMore
        shown={rows.length}
        total={total}
        busy={changes.isFetchingNextPage}
        {...(changes.hasNextPage ? { onMore: () => void changes.fetchNextPage() } : {})}
      />
    </Stack>
  )
}

function RowAndEmail({ row, email }: { row: number; email: string }) {
  const format = useFormat()
  const rowInFigures = format.number(row)
  return (
    <Trans>
      Row {rowInFigures}, {email}
    </Trans>
  )
}
