import { Trans, useLingui } from '@lingui/react/macro'
import type { EnrolmentRow } from '@viceversa/domain/enrolment/contract.ts'
import type { Programme } from '@viceversa/domain/programmes/contract.ts'
import { canTake } from '@viceversa/domain/programmes/programme-states.ts'
import { useState } from 'react'
import { useFormat } from '../../../platform/Formatting.tsx'
import { AudienceLine } from '../../../ui/AudienceLine.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DataGrid } from '../../../ui/DataGrid.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Stack } from '../../../ui/Layout.tsx'
import { RoleWord } from '../../../ui/RoleWord.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { FilterChip, Toolbar } from '../../../ui/Toolbar.tsx'
import { ParticipantDialog } from './ParticipantDialog.tsx'
import type { PeopleSearch } from './people-search.ts'
import { usePeopleFilter } from './usePeopleFilter.ts'

type PanelProps = { programme: Programme; enrolments: readonly EnrolmentRow[] }

/** Everybody who was invited, with seat and state. A row opens what can be done. */
export function ParticipantsPanel({ programme, enrolments }: PanelProps) {
  const { t } = useLingui()
  const format = useFormat()
  const [search, filter] = usePeopleFilter()
  const [opened, setOpened] = useState<string | null>(null)
  const shown = enrolments.filter((row) => holds(row, search))
  const row = enrolments.find(({ id }) => id === opened)

  if (enrolments.length === 0) {
    return (
      <EmptyState
        level={2}
        title={<Trans>Nobody has been invited yet</Trans>}
        action={
          canTake('invite', programme) && (
            <Button variant="primary" onClick={() => filter({ tab: 'invite' })}>
              <Trans>Choose people to invite</Trans>
            </Button>
          )
        }
      >
        <Trans>Whoever you invite stands here, with where they are on the way to their first session.</Trans>
      </EmptyState>
    )
  }
  return (
    <Stack gap={4}>
      <Toolbar
        aside={
          <Trans>
            {shown.length} of {enrolments.length}
          </Trans>
        }
      >
        <SearchField
          label={t`Search people of this programme`}
          placeholder={t`Name, job or e-mail`}
          value={search.search ?? ''}
          onSearch={(text) => filter({ search: text || undefined })}
        />
        <Select
          label={t`Seat`}
          labelHidden
          value={search.seat ?? 'any'}
          onChange={(seat) => filter({ seat: seat === 'any' ? undefined : seat })}
          options={[
            { value: 'any', label: t`Mentors and leaders` },
            { value: 'mentor', label: t`Mentors` },
            { value: 'leader', label: t`Leaders` },
          ]}
        />
        <Select
          label={t`State`}
          labelHidden
          value={search.state ?? 'any'}
          onChange={(state) => filter({ state: state === 'any' ? undefined : state })}
          options={[
            { value: 'any', label: t`Any state` },
            { value: 'invited', label: t`Not answered yet` },
            { value: 'consented', label: t`Filling in the profile` },
            { value: 'ready', label: t`Ready` },
            { value: 'matched', label: t`In a pair` },
          ]}
        />
        {(search.state || search.seat || search.search) && (
          <FilterChip onRemove={() => filter({ state: undefined, seat: undefined, search: undefined })}>
            <Trans>All filters</Trans>
          </FilterChip>
        )}
      </Toolbar>
      <DataGrid
        label={t`People of this programme`}
        rows={shown}
        total={shown.length}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpened(id)}
        columns={[
          { id: 'name', header: <Trans>Name</Trans>, cell: ({ person }) => person.displayName },
          {
            id: 'seat',
            header: <Trans>Seat</Trans>,
            cell: ({ seat }) => <RoleWord role={seat} />,
            width: '120px',
          },
          {
            id: 'state',
            header: <Trans>State</Trans>,
            cell: (each) => <StateTag row={each} />,
            width: '190px',
          },
          { id: 'job', header: <Trans>Job</Trans>, cell: ({ person }) => person.jobTitle },
          { id: 'department', header: <Trans>Department</Trans>, cell: ({ person }) => person.department },
          {
            id: 'invited',
            header: <Trans>Invited</Trans>,
            cell: ({ invitedAt }) => format.dateOf(invitedAt),
            width: '150px',
          },
        ]}
        phoneRow={(each) => (
          <>
            <strong>{each.person.displayName}</strong>
            <span>
              <RoleWord role={each.seat} /> <StateTag row={each} />
            </span>
          </>
        )}
        empty={
          <EmptyState title={<Trans>Nobody fits these filters</Trans>}>
            <Trans>Remove a filter to see more people.</Trans>
          </EmptyState>
        }
      />
      <AudienceLine team>
        <Trans>
          Only programme managers see this list. Whoever declines disappears from it without a trace.
        </Trans>
      </AudienceLine>
      {row && <ParticipantDialog row={row} programme={programme} onClose={() => setOpened(null)} />}
    </Stack>
  )
}

export function StateTag({ row }: { row: EnrolmentRow }) {
  if (row.matched) {
    return (
      <Tag tone="positive">
        <Trans>In a pair</Trans>
      </Tag>
    )
  }
  if (row.state === 'ready') {
    return (
      <Tag tone="positive">
        <Trans>Ready</Trans>
      </Tag>
    )
  }
  if (row.state === 'consented') {
    return (
      <Tag>
        <Trans>Filling in the profile</Trans>
      </Tag>
    )
  }
  return (
    <Tag plain>
      <Trans>Not answered yet</Trans>
    </Tag>
  )
}

function holds({ person, seat, state, matched }: EnrolmentRow, filter: PeopleSearch): boolean {
  const words = `${person.displayName} ${person.jobTitle ?? ''} ${person.email}`.toLocaleLowerCase()
  return (
    (!filter.seat || filter.seat === seat) &&
    (!filter.state || (filter.state === 'matched' ? matched : filter.state === state && !matched)) &&
    (!filter.search || words.includes(filter.search.toLocaleLowerCase()))
  )
}
