import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import IconArrowBackUp from '@tabler/icons-react/icons/IconArrowBackUp'
import IconClock from '@tabler/icons-react/icons/IconClock'
import IconMail from '@tabler/icons-react/icons/IconMail'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type { EnrolmentRow } from '@viceversa/domain/enrolment/contract.ts'
import type { Programme } from '@viceversa/domain/programmes/contract.ts'
import { canTake } from '@viceversa/domain/programmes/programme-states.ts'
import { useState } from 'react'
import { api, problemOf, queries } from '../../../platform/api.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ConsequenceDialog } from '../../../ui/ConsequenceDialog.tsx'
import { DataGrid } from '../../../ui/DataGrid.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Row, Stack } from '../../../ui/Layout.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Text } from '../../../ui/Text.tsx'
import { SelectionBar, Toolbar } from '../../../ui/Toolbar.tsx'
import { toast } from '../../../ui/toasts.ts'
import { useInvite } from '../queries.ts'
import { useChosenPeople } from './chosen-people.ts'
import { usePeopleFilter } from './usePeopleFilter.ts'

type InvitePanelProps = { programme: Programme; enrolments: readonly EnrolmentRow[] }
type Seat = 'mentor' | 'leader'

const PAGE = 200

/** Choosing people of the directory for one seat, and inviting them together. */
export function InvitePanel({ programme, enrolments }: InvitePanelProps) {
  const { t } = useLingui()
  const format = useFormat()
  const [search, filter] = usePeopleFilter()
  const [seat, setSeat] = useState<Seat>(search.seat ?? 'mentor')
  const [asks, setAsks] = useState(false)
  const chosen = useChosenPeople()

  const input = {
    ...(search.search ? { search: search.search } : {}),
    ...(search.department ? { department: search.department } : {}),
    ...(search.site ? { site: search.site } : {}),
    ...(search.level ? { minimumLevel: search.level, maximumLevel: search.level } : {}),
    status: 'active' as const,
    programmeId: programme.id,
    enrolled: 'no' as const,
    limit: PAGE,
  }
  const people = useInfiniteQuery(
    queries.people.list.infiniteOptions({
      input: (after: string | undefined) => ({ ...input, ...(after ? { after } : {}) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  )
  const facets = useQuery(queries.people.facets.queryOptions())
  const rows = people.data?.pages.flatMap((page) => page.rows) ?? []
  const total = people.data?.pages[0]?.total ?? 0
  const isFiltered = Boolean(search.search || search.department || search.site || search.level)

  /** Everybody the filters show, also those not read yet. */
  async function chooseAll() {
    const all = [...rows]
    let after = people.data?.pages.at(-1)?.next ?? null
    while (after) {
      const page = await api.people.list({ ...input, after })
      all.push(...page.rows)
      after = page.next
    }
    chosen.add(all)
  }

  if (people.isError) {
    return (
      <ErrorState
        title={<Trans>The directory does not answer just now</Trans>}
        reference={problemOf(people.error)?.requestId}
        onRetry={() => void people.refetch()}
      >
        <Trans>Whom you chose is kept.</Trans>
      </ErrorState>
    )
  }
  return (
    <Stack gap={4}>
      <Segmented
        label={<Trans>Invite as</Trans>}
        hint={
          seat === 'mentor' ? (
            <Trans>
              Mentors are earlier in their career and bring their view. A few more than leaders keep some in
              reserve.
            </Trans>
          ) : (
            <Trans>
              Leaders are senior and want to learn. They stand at least two levels above their mentor.
            </Trans>
          )
        }
        value={seat}
        onChange={setSeat}
        options={[
          { value: 'mentor', label: t`Mentors` },
          { value: 'leader', label: t`Leaders` },
        ]}
      />
      <Toolbar aside={people.isSuccess && <Plural value={total} one="# person" other="# people" />}>
        <SearchField
          label={t`Search the directory`}
          placeholder={t`Name, job or e-mail`}
          value={search.search ?? ''}
          onSearch={(text) => filter({ search: text || undefined })}
        />
        <Select
          label={t`Department`}
          labelHidden
          value={search.department ?? ''}
          onChange={(department) => filter({ department: department || undefined })}
          options={[
            { value: '', label: t`Every department` },
            ...(facets.data?.departments ?? []).map(({ value, count }) => ({
              value,
              label: `${value} (${count})`,
            })),
          ]}
        />
        <Select
          label={t`Site`}
          labelHidden
          value={search.site ?? ''}
          onChange={(site) => filter({ site: site || undefined })}
          options={[
            { value: '', label: t`Every site` },
            ...(facets.data?.sites ?? []).map(({ value, count }) => ({
              value,
              label: `${value} (${count})`,
            })),
          ]}
        />
        <Select
          label={t`Level`}
          labelHidden
          value={String(search.level ?? '')}
          onChange={(level) => filter({ level: level ? Number(level) : undefined })}
          options={[
            { value: '', label: t`Every level` },
            ...(facets.data?.levels ?? []).map(({ value, count }) => ({
              value: String(value),
              label: t`Level ${value} (${count})`,
            })),
          ]}
        />
        {isFiltered && (
          <Button
            size="small"
            variant="quiet"
            onClick={() =>
              filter({ search: undefined, department: undefined, site: undefined, level: undefined })
            }
          >
            <Trans>Clear filters</Trans>
          </Button>
        )}
      </Toolbar>
      <SelectionBar
        actions={
          <Row>
            {total > 0 && (
              <Button size="small" variant="quiet" onClick={() => void chooseAll()}>
                <Plural value={total} one="Choose the one shown" other="Choose all # shown" />
              </Button>
            )}
            {chosen.count > 0 && (
              <Button size="small" variant="quiet" onClick={chosen.clear}>
                <Trans>Choose nobody</Trans>
              </Button>
            )}
            <Button
              size="small"
              variant="primary"
              onClick={() => setAsks(true)}
              disabledReason={
                !canTake('invite', programme)
                  ? t`Invitations begin when the programme is open.`
                  : chosen.count === 0
                    ? t`Choose people in the list first.`
                    : undefined
              }
            >
              <InviteWords seat={seat} count={chosen.count} />
            </Button>
          </Row>
        }
      >
        <Plural value={chosen.count} _0="Nobody chosen yet" one="One person chosen" other="# people chosen" />
      </SelectionBar>
      <DataGrid
        label={t`People who can be invited`}
        rows={rows}
        total={total}
        loading={people.isPending}
        rowKey={({ id }) => id}
        {...(people.hasNextPage ? { onMore: () => void people.fetchNextPage() } : {})}
        selection={{
          keys: chosen.keys,
          onChange: (keys) => chosen.replace(keys, rows),
          rowLabel: (key) => rows.find(({ id }) => id === key)?.displayName ?? '',
        }}
        columns={[
          { id: 'name', header: <Trans>Name</Trans>, cell: ({ displayName }) => displayName },
          { id: 'job', header: <Trans>Job</Trans>, cell: ({ jobTitle }) => jobTitle },
          { id: 'department', header: <Trans>Department</Trans>, cell: ({ department }) => department },
          { id: 'site', header: <Trans>Site</Trans>, cell: ({ site }) => site },
          {
            id: 'level',
            header: <Trans>Level</Trans>,
            cell: ({ level }) => level,
            numeric: true,
            width: '90px',
          },
        ]}
        phoneRow={({ displayName, jobTitle, department }) => (
          <>
            <Text weight="strong" cut>
              {displayName}
            </Text>
            <Text size="sm" tone={2} cut>
              {[jobTitle, department].filter(Boolean).join(', ')}
            </Text>
          </>
        )}
        empty={
          isFiltered ? (
            <EmptyState title={<Trans>Nobody fits these filters</Trans>}>
              <Trans>People who are in the programme already are not listed here.</Trans>
            </EmptyState>
          ) : (
            <EmptyState title={<Trans>There is nobody left to invite</Trans>}>
              {enrolments.length > 0 ? (
                <Trans>Everybody in the directory is in this programme already.</Trans>
              ) : (
                <Trans>The directory is empty. Import your people first.</Trans>
              )}
            </EmptyState>
          )
        }
      />
      <Text size="sm" tone={3}>
        <Trans>Age, gender and origin are not in the directory, so nobody is chosen by them.</Trans>
      </Text>
      {asks && (
        <AskAndInvite
          programme={programme}
          seat={seat}
          personIds={[...chosen.keys]}
          onClose={() => setAsks(false)}
          onInvited={({ invited, alreadyIn, cannotBeInvited }) => {
            setAsks(false)
            chosen.clear()
            const left = [
              alreadyIn > 0 && t`${format.number(alreadyIn)} already in`,
              cannotBeInvited > 0 &&
                t`${format.number(cannotBeInvited)} not invited, having left or standing outside as safe contact`,
            ].filter((words) => words !== false)
            toast([t`${format.number(invited)} invited`, ...left].join(', '))
            filter({
              tab: 'participants',
              seat,
              search: undefined,
              state: undefined,
              department: undefined,
              site: undefined,
              level: undefined,
            })
          }}
        />
      )}
    </Stack>
  )
}

function InviteWords({ seat, count }: { seat: Seat; count: number }) {
  return seat === 'mentor' ? (
    <Plural value={count} _0="Invite mentors" one="Invite # mentor" other="Invite # mentors" />
  ) : (
    <Plural value={count} _0="Invite leaders" one="Invite # leader" other="Invite # leaders" />
  )
}

type AskProps = {
  programme: Programme
  seat: Seat
  personIds: string[]
  onClose: () => void
  onInvited: (answer: { invited: number; alreadyIn: number; cannotBeInvited: number }) => void
}

function AskAndInvite({ programme, seat, personIds, onClose, onInvited }: AskProps) {
  const { t } = useLingui()
  const inviting = useInvite(programme.id)
  const failure = problemOf(inviting.error)
  const count = personIds.length
  const hours = seat === 'mentor' ? programme.hours.mentor : programme.hours.leader
  return (
    <ConsequenceDialog
      open
      onClose={onClose}
      title={
        seat === 'mentor' ? (
          <Plural value={count} one="Invite # person as mentor?" other="Invite # people as mentors?" />
        ) : (
          <Plural value={count} one="Invite # person as leader?" other="Invite # people as leaders?" />
        )
      }
      consequences={[
        {
          icon: IconMail,
          text: (
            <Trans>
              Each gets one e-mail with a link of their own. It shows what the programme is and who sees what
              before anything is asked.
            </Trans>
          ),
        },
        {
          icon: IconClock,
          text: (
            <Trans>
              It asks about {hours} hours of each, in {programme.sessionCount} sessions and training.
            </Trans>
          ),
        },
        {
          icon: IconArrowBackUp,
          text: (
            <Trans>
              You can take an invitation back until it is answered. The e-mail itself cannot be unsent.
            </Trans>
          ),
        },
      ]}
      confirmLabel={
        seat === 'mentor'
          ? plural(count, { one: 'Invite # as mentor', other: 'Invite # as mentors' })
          : plural(count, { one: 'Invite # as leader', other: 'Invite # as leaders' })
      }
      cancelLabel={t`Keep choosing`}
      onConfirm={() => void inviting.mutateAsync({ seat, personIds }).then(onInvited, () => undefined)}
      busy={inviting.isPending && t`Inviting`}
    >
      {failure && (
        <Notice tone="critical" icon={IconMail} live="assertive" title={failure.title}>
          {failure.detail}
        </Notice>
      )}
    </ConsequenceDialog>
  )
}
