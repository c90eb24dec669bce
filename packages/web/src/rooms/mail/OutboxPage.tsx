import { Plural, Trans, useLingui } from '@lingui/react/macro'
import IconMailbox from '@tabler/icons-react/icons/IconMailbox'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { MailRow } from '@viceversa/domain/mail/contract.ts'
import { useState } from 'react'
import { TopBar } from '../../app/shell/TopBar.tsx'
import { problemOf } from '../../platform/api.ts'
import { useFormat } from '../../platform/Formatting.tsx'
import { useDocumentTitle } from '../../platform/useDocumentTitle.ts'
import { AudienceLine } from '../../ui/AudienceLine.tsx'
import { Button, LinkButton } from '../../ui/Button.tsx'
import { DataGrid } from '../../ui/DataGrid.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Row, Stack } from '../../ui/Layout.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Select } from '../../ui/Select.tsx'
import { Text } from '../../ui/Text.tsx'
import { FilterChip, Toolbar } from '../../ui/Toolbar.tsx'
import { MailDialog } from './MailDialog.tsx'
import { MailStateTag } from './MailStateTag.tsx'
import { type OutboxSearch, readOutboxSearch } from './outbox-search.ts'
import { outboxQuery } from './queries.ts'

/** Every mail of this server: what waits, what has left, and what the mail server refused. */
export function OutboxPage() {
  const { t } = useLingui()
  const [filter, change] = useOutboxFilter()
  const [opened, setOpened] = useState<string | null>(null)
  const mails = useInfiniteQuery(outboxQuery(filter))
  const waiting = useInfiniteQuery(outboxQuery({ state: 'waiting' }))
  useDocumentTitle(t`Outbox`)

  const rows = mails.data?.pages.flatMap((page) => page.rows) ?? []
  const first = mails.data?.pages[0]
  const filtered = filter.search !== undefined || filter.state !== undefined
  return (
    <>
      <TopBar place={t`Outbox`} />
      <PageHeader
        title={
          <Headline
            sendsMail={first?.sendsMail}
            waiting={waiting.data?.pages[0]?.total}
            total={first?.total}
          />
        }
        lead={<Trans>Mails carry names, dates and one link. They never contain what people write.</Trans>}
      />
      <Stack gap={4}>
        {first && !first.sendsMail && <NoMailServer />}
        <Toolbar aside={first && <Plural value={first.total} one="# mail" other="# mails" />}>
          <SearchField
            label={t`Search the outbox`}
            placeholder={t`Name, address or subject`}
            value={filter.search ?? ''}
            onSearch={(search) => change({ search: search || undefined })}
          />
          <Select
            label={t`State`}
            labelHidden
            value={filter.state ?? 'any'}
            onChange={(state) => change({ state: state === 'any' ? undefined : state })}
            options={[
              { value: 'any', label: t`Any state` },
              { value: 'waiting', label: t`Waiting` },
              { value: 'sent', label: t`Sent` },
              { value: 'failed', label: t`Not delivered` },
            ]}
          />
          {filtered && (
            <FilterChip onRemove={() => change({ search: undefined, state: undefined })}>
              <Trans>All filters</Trans>
            </FilterChip>
          )}
        </Toolbar>
        {mails.isError ? (
          <ErrorState
            title={<Trans>The outbox could not be loaded</Trans>}
            reference={problemOf(mails.error)?.requestId}
            onRetry={() => void mails.refetch()}
            retrying={mails.isRefetching}
          >
            {problemOf(mails.error)?.detail ?? <Trans>Check the connection, then try again.</Trans>}
          </ErrorState>
        ) : (
          <MailGrid
            rows={rows}
            total={first?.total ?? 0}
            loading={mails.isPending}
            onMore={mails.hasNextPage ? () => void mails.fetchNextPage() : undefined}
            onOpen={setOpened}
            empty={
              filtered ? (
                <NothingFits onAll={() => change({ search: undefined, state: undefined })} />
              ) : (
                <NothingYet />
              )
            }
          />
        )}
        <AudienceLine>
          <Trans>Only administrators see this list.</Trans>
        </AudienceLine>
      </Stack>
      {opened && <MailDialog mailId={opened} onClose={() => setOpened(null)} />}
    </>
  )
}

type Counts = { sendsMail: boolean | undefined; waiting: number | undefined; total: number | undefined }

function Headline({ sendsMail, waiting, total }: Counts) {
  if (sendsMail === undefined || waiting === undefined || total === undefined) return <Trans>Outbox</Trans>
  if (waiting === 0) return <Trans>No mail is waiting</Trans>
  if (sendsMail)
    return <Plural value={waiting} one="One mail is about to leave" other="# mails are about to leave" />
  return <Plural value={waiting} one="One mail waits for you" other="# mails wait for you" />
}

function NoMailServer() {
  return (
    <Notice
      icon={IconMailbox}
      title={<Trans>No mail server is set.</Trans>}
      action={
        <LinkButton size="small" href="/settings/mail">
          <Trans>Set up sending e-mail</Trans>
        </LinkButton>
      }
    >
      <Trans>
        Open a mail to read it and hand its link on yourself. Once a server is set, they leave at once.
      </Trans>
    </Notice>
  )
}

type MailGridProps = {
  rows: readonly MailRow[]
  total: number
  loading: boolean
  onMore: (() => void) | undefined
  onOpen: (mailId: string) => void
  empty: React.ReactNode
}

function MailGrid({ onOpen, ...grid }: MailGridProps) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <DataGrid
      label={t`Mails`}
      {...grid}
      rowKey={({ id }) => id}
      onOpen={({ id }) => onOpen(id)}
      columns={[
        { id: 'to', header: <Trans>To</Trans>, cell: (mail) => mail.recipientName ?? mail.address },
        { id: 'subject', header: <Trans>Subject</Trans>, cell: (mail) => mail.subject },
        {
          id: 'state',
          header: <Trans>State</Trans>,
          cell: ({ state }) => <MailStateTag state={state} />,
          width: '150px',
        },
        {
          id: 'written',
          header: <Trans>Written</Trans>,
          cell: ({ createdAt }) => format.moment(createdAt),
          width: '140px',
        },
      ]}
      phoneRow={(mail) => (
        <>
          <Row>
            <Text weight="strong" cut>
              {mail.recipientName ?? mail.address}
            </Text>
            <MailStateTag state={mail.state} />
          </Row>
          <Text size="sm" tone={2} cut>
            {mail.subject}
          </Text>
        </>
      )}
    />
  )
}

function NothingYet() {
  return (
    <EmptyState level={2} title={<Trans>No mail has been written yet</Trans>}>
      <Trans>Invitations, reminders and sign-in links stand here as soon as there are some.</Trans>
    </EmptyState>
  )
}

function NothingFits({ onAll }: { onAll: () => void }) {
  return (
    <EmptyState
      level={2}
      title={<Trans>No mail fits</Trans>}
      action={
        <Button onClick={onAll}>
          <Trans>Show all mails</Trans>
        </Button>
      }
    >
      <Trans>Try part of a name, of an address or of the subject.</Trans>
    </EmptyState>
  )
}

type Changes = { readonly [field in keyof OutboxSearch]?: OutboxSearch[field] | undefined }

/** The filters live in the address, so that going back finds the same list. */
function useOutboxFilter(): [OutboxSearch, (changes: Changes) => void] {
  const navigate = useNavigate({ from: '/outbox' })
  const filter = readOutboxSearch(useSearch({ from: '/outbox' }))
  const change = (changes: Changes) =>
    void navigate({ to: '/outbox', search: readOutboxSearch({ ...filter, ...changes }), replace: true })
  return [filter, change]
}
