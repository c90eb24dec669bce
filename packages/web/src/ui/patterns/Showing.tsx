import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconCalendarX from '@tabler/icons-react/icons/IconCalendarX'
import IconCheck from '@tabler/icons-react/icons/IconCheck'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import IconClock from '@tabler/icons-react/icons/IconClock'
import IconLock from '@tabler/icons-react/icons/IconLock'
import IconPlayerPlay from '@tabler/icons-react/icons/IconPlayerPlay'
import IconWifiOff from '@tabler/icons-react/icons/IconWifiOff'
import { useState } from 'react'
import { Anchor } from '../Anchor.tsx'
import { Button, TextButton } from '../Button.tsx'
import { DataGrid } from '../DataGrid.tsx'
import { DescriptionList } from '../DescriptionList.tsx'
import { EmptyState } from '../EmptyState.tsx'
import { ErrorState } from '../ErrorState.tsx'
import { FitBar, FitBreakdown } from '../FitBar.tsx'
import { JobProgress } from '../JobProgress.tsx'
import { Row } from '../Layout.tsx'
import { MirroredFunnel } from '../MirroredFunnel.tsx'
import { Notice } from '../Notice.tsx'
import { PersonAvatar } from '../PersonAvatar.tsx'
import { RoleWord } from '../RoleWord.tsx'
import { SearchField } from '../SearchField.tsx'
import { Skeleton } from '../Skeleton.tsx'
import { type Column, type Sort, Table } from '../Table.tsx'
import { Tabs } from '../Tabs.tsx'
import { Tag } from '../Tag.tsx'
import { Text } from '../Text.tsx'
import { FilterChip, SelectionBar, Toolbar } from '../Toolbar.tsx'
import { Panel } from './Panel.tsx'
import { type SamplePerson, tenThousandPeople } from './samples.ts'

/** Facts, lists, progress and absence. */
export function Showing() {
  return (
    <>
      <PeopleList />
      <Panel title="Long work" lead="It runs on the server. People may leave; they are told when it is done.">
        <JobProgress
          title="Importing people"
          counts="7,860 of 10,482 rows"
          share={0.75}
          phases={[
            { key: 'read', label: 'Read', state: 'done' },
            { key: 'columns', label: 'Columns', state: 'done' },
            { key: 'managers', label: 'Managers', state: 'current' },
            { key: 'summary', label: 'Summary', state: 'ahead' },
          ]}
          note="About 20 seconds left. You can leave this page."
        >
          <Tag tone="caution" icon={IconAlertTriangle}>
            14 rows need a look
          </Tag>
          <TextButton>Download these rows</TextButton>
        </JobProgress>
        <Notice icon={IconCircleCheck} title="Done at 10:18.">
          10,256 unchanged, 212 updated, 14 skipped. Importing the same file again changes nothing.
        </Notice>
        <Row>
          <Tag tone="positive" icon={IconCheck}>
            Both signed
          </Tag>
          <Tag tone="caution" icon={IconCalendarX}>
            Last met 48 days ago
          </Tag>
          <Tag tone="critical" icon={IconClock}>
            Answer by Fri 10:40
          </Tag>
          <Tag>My visa renewal</Tag>
          <Tag plain icon={IconPlayerPlay}>
            Running, week 15 of 27
          </Tag>
        </Row>
      </Panel>
      <Panel
        title="Empty, offline, refused"
        lead="Say what belongs here, why it is empty, and the one next step."
      >
        <EmptyState title="No pairs yet" action={<Button variant="primary">Open the matching studio</Button>}>
          26 mentors and 22 leaders are ready. Matching takes about a minute.
        </EmptyState>
        <Notice icon={IconWifiOff} title="You are offline.">
          Your note is kept on this device and sent when you are back.
        </Notice>
        <Notice icon={IconLock} title="This space belongs to Kofi and Dilys.">
          Programme managers cannot open it. <Anchor href="#dates">See their dates instead</Anchor>
        </Notice>
        <Notice
          tone="caution"
          icon={IconAlertTriangle}
          title="21 December falls in the closing week"
          action={<TextButton>Move session 4 to 11 January</TextButton>}
        >
          of Gdańsk and Porto.
        </Notice>
        <Notice
          tone="critical"
          icon={IconAlertTriangle}
          title="The mail server refused this user name or password."
        >
          It answered “535 authentication failed” at 10:12.
        </Notice>
        <Notice tone="positive" icon={IconCircleCheck} title="All is well.">
          All 24 pairs have a date.
        </Notice>
      </Panel>
      <Panel title="Trouble and waiting">
        <ErrorState title="This page could not be loaded" reference="01JD-7F3K" onRetry={() => undefined}>
          Nothing you wrote is lost.
        </ErrorState>
        <Skeleton lines={3} />
      </Panel>
      <Panel title="Why this match">
        <FitBreakdown
          parts={[
            {
              key: 'goals',
              label: 'Goals meet offered themes',
              points: 36,
              of: 40,
              evidence:
                'Helen wants “what our rota and pay rules feel like on the ground”. Sunita offered “shift work and flexible rotas”.',
            },
            {
              key: 'ways',
              label: 'Interests and way of working',
              points: 20,
              of: 25,
              evidence: 'Both prefer walking meetings and plain talk.',
            },
            {
              key: 'dept',
              label: 'Different department',
              points: 20,
              of: 20,
              evidence: 'Care services and finance.',
            },
            {
              key: 'time',
              label: 'Easy to find a time',
              points: 10,
              of: 15,
              evidence: 'Tuesdays 07:30 to 09:30, after Sunita’s night shift.',
            },
          ]}
        />
        <FitBar points={86} />
      </Panel>
      <Panel title="From invitation to rhythm">
        <MirroredFunnel
          caption="People at each step"
          steps={[
            { key: '1', label: 'Invited', mentors: 36, leaders: 30 },
            { key: '2', label: 'Opted in', mentors: 31, leaders: 26 },
            { key: '3', label: 'Trained', mentors: 28, leaders: 24 },
            { key: '4', label: 'Matched', mentors: 24, leaders: 24 },
            { key: '5', label: 'Agreement signed', mentors: 24, leaders: 23 },
            { key: '6', label: 'Met in 6 weeks', mentors: 21, leaders: 21 },
          ]}
        />
        <DescriptionList
          items={[
            { term: 'Kick-off', detail: '14 September 2026' },
            { term: 'Safe contact', detail: 'Ruth Adeyemi, outside both reporting lines' },
          ]}
        />
        <SampleTabs />
      </Panel>
      <Panel span={2} title="A small table">
        <Table
          caption="Sessions"
          rowHeader="name"
          rowKey={(row) => row.id}
          rows={tenThousandPeople.slice(0, 4)}
          columns={columns}
          sort={{ column: 'name', descending: false }}
          onSort={() => undefined}
          selectedKey="1"
        />
      </Panel>
    </>
  )
}

const columns: Column<SamplePerson>[] = [
  {
    id: 'name',
    header: 'Name',
    sortable: true,
    width: 'minmax(0, 1.6fr)',
    cell: ({ name, role }) => (
      <Row gap={3} wrap={false}>
        <PersonAvatar name={name} role={role} size={28} />
        <Text as="span" weight="medium" cut>
          {name}
        </Text>
      </Row>
    ),
  },
  { id: 'job', header: 'Job', sortable: true, cell: ({ job }) => job },
  { id: 'department', header: 'Department', cell: ({ department }) => department },
  { id: 'site', header: 'Site', width: '90px', cell: ({ site }) => site },
  { id: 'role', header: 'In this programme', cell: ({ role }) => <RoleWord role={role} /> },
]

function PeopleList() {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(['1', '5']))
  const [sort, setSort] = useState<Sort>({ column: 'name', descending: false })
  const [search, setSearch] = useState('')
  const rows = search
    ? tenThousandPeople.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()))
    : tenThousandPeople
  return (
    <Panel
      span={2}
      title="People: ten thousand rows"
      lead="The server sorts and filters; only visible rows are drawn. Counts stay exact, selection says what it covers."
    >
      <Toolbar aside={`${rows.length.toLocaleString('en-GB')} people`}>
        <SearchField
          label="Search people"
          placeholder="Name, job or e-mail"
          value={search}
          onSearch={setSearch}
        />
        <FilterChip onRemove={() => undefined}>Site: any of 4</FilterChip>
      </Toolbar>
      {chosen.size > 0 && (
        <SelectionBar actions={<Button size="small">Invite {chosen.size} people</Button>}>
          <strong>{chosen.size} selected.</strong> <TextButton>Select all 10,416 not yet invited</TextButton>
        </SelectionBar>
      )}
      <DataGrid
        label="People"
        columns={columns}
        rows={rows}
        total={rows.length}
        rowKey={({ id }) => id}
        sort={sort}
        onSort={setSort}
        selection={{
          keys: chosen,
          onChange: setChosen,
          rowLabel: (key) => `Select ${tenThousandPeople[Number(key)]?.name}`,
        }}
        onOpen={() => undefined}
        phoneRow={({ name, role, job, site }) => (
          <Row gap={3} wrap={false}>
            <PersonAvatar name={name} role={role} size={36} />
            <div>
              <Text weight="medium" cut>
                {name}
              </Text>
              <Text size="sm" tone={3} cut>
                {job}, {site}
              </Text>
            </div>
          </Row>
        )}
        empty={<EmptyState title="Nobody found">Try fewer letters.</EmptyState>}
        height="348px"
      />
    </Panel>
  )
}

function SampleTabs() {
  const [tab, setTab] = useState<'mentors' | 'leaders'>('mentors')
  return (
    <Tabs
      label="Circles"
      selected={tab}
      onSelect={setTab}
      tabs={[
        { key: 'mentors', label: 'Mentors', count: 24 },
        { key: 'leaders', label: 'Leaders', count: 22 },
      ]}
    >
      {tab === 'mentors'
        ? 'The circle of mentors meets on Thursdays.'
        : 'The circle of leaders meets on Mondays.'}
    </Tabs>
  )
}
