import { Plural, Trans, useLingui } from '@lingui/react/macro'
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconDownload from '@tabler/icons-react/icons/IconDownload'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { ImportProblem } from '@viceversa/domain/people/contract.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { useMediaQuery } from '../../../platform/useMediaQuery.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { Row, Stack } from '../../../ui/Layout.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { Text } from '../../../ui/Text.tsx'
import { PeopleFailure } from '../PeopleFailure.tsx'
import { problemsQuery } from '../queries.ts'
import styles from './Imports.module.css'
import { ShowMore } from './ShowMore.tsx'

/** Rows that are left out and rows that are read with a note, each with what to do. Good rows never wait for them. */
export function ProblemsPanel({ importId, problems }: { importId: string; problems: number }) {
  const { t } = useLingui()
  const format = useFormat()
  const phone = useMediaQuery('(max-width: 820px)')
  const found = useInfiniteQuery(problemsQuery(importId))
  if (found.isPending) return <Skeleton lines={6} height={44} />
  if (found.isError) {
    return (
      <PeopleFailure error={found.error} retrying={found.isFetching} onRetry={() => void found.refetch()} />
    )
  }
  const rows = found.data.pages.flatMap((page) => page.rows)
  const total = found.data.pages[0]?.total ?? 0

  const columns: Column<ImportProblem>[] = [
    {
      id: 'row',
      header: <Trans>Row</Trans>,
      cell: ({ row }) => format.number(row),
      numeric: true,
      width: '72px',
    },
    { id: 'column', header: <Trans>Column</Trans>, cell: ({ column }) => column ?? '', width: '18%' },
    { id: 'message', header: <Trans>What to do</Trans>, cell: ({ message }) => message },
    {
      id: 'kind',
      header: <Trans>Outcome</Trans>,
      cell: (problem) => <Outcome problem={problem} />,
      width: '120px',
    },
  ]
  const onPhones: Column<ImportProblem>[] = [
    {
      id: 'problem',
      header: <Trans>What to do</Trans>,
      cell: (problem) => (
        <span className={styles.card}>
          <strong>
            <Place problem={problem} />
          </strong>
          <span>{problem.message}</span>
          <Outcome problem={problem} />
        </span>
      ),
    },
  ]

  return (
    <Stack gap={3}>
      <Row justify="between">
        <Text tone={2}>
          <Plural
            value={problems}
            _0="Every row is taken. These notes say how some were read."
            one="One row is left out. Mend it and import it again; the others do not wait for it."
            other="# rows are left out for a reason. Mend them and import them again; the others do not wait for them."
          />
        </Text>
        {problems > 0 && (
          <LinkButton
            size="small"
            icon={IconDownload}
            href={`/api/people-imports/${importId}/problem-rows`}
            download="rows-to-mend.csv"
          >
            <Trans>Download rows to mend</Trans>
          </LinkButton>
        )}
      </Row>
      <Table
        caption={t`Rows to look at`}
        rows={rows}
        rowKey={({ row, column, code }) => `${row} ${column} ${code}`}
        columns={phone ? onPhones : columns}
      />
      <ShowMore
        shown={rows.length}
        total={total}
        busy={found.isFetchingNextPage}
        {...(found.hasNextPage ? { onMore: () => void found.fetchNextPage() } : {})}
      />
    </Stack>
  )
}

function Outcome({ problem: { kind } }: { problem: ImportProblem }) {
  return kind === 'problem' ? (
    <Tag tone="caution" icon={IconAlertTriangle}>
      <Trans>Left out</Trans>
    </Tag>
  ) : (
    <Tag plain>
      <Trans>Taken</Trans>
    </Tag>
  )
}

function Place({ problem: { row, column } }: { problem: ImportProblem }) {
  const format = useFormat()
  const rowInFigures = format.number(row)
  return column === null ? (
    <Trans>Row {rowInFigures}</Trans>
  ) : (
    <Trans>
      Row {rowInFigures}, {column}
    </Trans>
  )
}
