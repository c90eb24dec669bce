import { Plural, Trans, useLingui } from '@lingui/react/macro'
import IconFilter from '@tabler/icons-react/icons/IconFilter'
import { useMediaQuery } from '../../../platform/useMediaQuery.ts'
import { Button } from '../../../ui/Button.tsx'
import { Stack } from '../../../ui/Layout.tsx'
import { Popover } from '../../../ui/Popover.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { Select } from '../../../ui/Select.tsx'
import { FilterChip, Toolbar } from '../../../ui/Toolbar.tsx'
import styles from './Directory.module.css'
import type { DirectorySearch } from './directory-search.ts'
import type { useDirectorySearch } from './useDirectorySearch.ts'

export type Change = ReturnType<typeof useDirectorySearch>[1]

type Facet<Value> = { value: Value; count: number }
type Facets = { departments: Facet<string>[]; sites: Facet<string>[]; levels: Facet<number>[] }

type DirectoryFiltersProps = {
  search: DirectorySearch
  change: Change
  facets: Facets | undefined
  total: number | undefined
}

/** Search, what narrows the list down as chips that can be removed, and the exact count. */
export function DirectoryFilters({ search, change, facets, total }: DirectoryFiltersProps) {
  const { t } = useLingui()
  const { department, site, level, status } = search
  return (
    <Toolbar
      aside={
        total !== undefined && (
          <span role="status">
            <Plural value={total} one="# person" other="# people" />
          </span>
        )
      }
    >
      <SearchField
        label={t`Search the directory`}
        placeholder={t`Name, job or e-mail`}
        value={search.search ?? ''}
        onSearch={(text) => change({ search: text || undefined })}
      />
      {department && (
        <FilterChip onRemove={() => change({ department: undefined })}>
          <span className={styles.chipWords}>
            <Trans>Department: {department}</Trans>
          </span>
        </FilterChip>
      )}
      {site && (
        <FilterChip onRemove={() => change({ site: undefined })}>
          <span className={styles.chipWords}>
            <Trans>Site: {site}</Trans>
          </span>
        </FilterChip>
      )}
      {level && (
        <FilterChip onRemove={() => change({ level: undefined })}>
          <Trans>Level {level}</Trans>
        </FilterChip>
      )}
      {status && (
        <FilterChip onRemove={() => change({ status: undefined })}>
          <Trans>People who have left</Trans>
        </FilterChip>
      )}
      <Popover
        label={t`Filters`}
        trigger={(trigger) => (
          <Button {...trigger} size="small" icon={IconFilter}>
            <Trans>Filter</Trans>
          </Button>
        )}
      >
        <FilterFields search={search} change={change} facets={facets} />
      </Popover>
      <PhoneSort search={search} change={change} />
    </Toolbar>
  )
}

function FilterFields({ search, change, facets }: Omit<DirectoryFiltersProps, 'total'>) {
  const { t } = useLingui()
  return (
    <div className={styles.filters}>
      <Stack gap={3}>
        <Select
          label={t`Department`}
          value={search.department ?? ''}
          onChange={(department) => change({ department: department || undefined })}
          options={[{ value: '', label: t`Every department` }, ...countedOptions(facets?.departments ?? [])]}
        />
        <Select
          label={t`Site`}
          value={search.site ?? ''}
          onChange={(site) => change({ site: site || undefined })}
          options={[{ value: '', label: t`Every site` }, ...countedOptions(facets?.sites ?? [])]}
        />
        <Select
          label={t`Level`}
          hint={<Trans>Level 1 is the top of the organisation.</Trans>}
          value={String(search.level ?? '')}
          onChange={(level) => change({ level: level ? Number(level) : undefined })}
          options={[
            { value: '', label: t`Every level` },
            ...(facets?.levels ?? []).map(({ value, count }) => ({
              value: String(value),
              label: t`Level ${value} (${count})`,
            })),
          ]}
        />
        <Select
          label={t`Status`}
          value={search.status ?? 'active'}
          onChange={(status) => change({ status: status === 'left' ? 'left' : undefined })}
          options={[
            { value: 'active', label: t`Work here` },
            { value: 'left', label: t`Have left` },
          ]}
        />
      </Stack>
    </div>
  )
}

/** On phones the rows have no column headings to sort by. */
function PhoneSort({ search, change }: Pick<DirectoryFiltersProps, 'search' | 'change'>) {
  const { t } = useLingui()
  const phone = useMediaQuery('(max-width: 820px)')
  if (!phone) return null
  return (
    <Select
      label={t`Sort by`}
      labelHidden
      value={search.sort ?? 'name'}
      onChange={(sort) => change({ sort: sort === 'name' ? undefined : sort, direction: undefined })}
      options={[
        { value: 'name', label: t`By name` },
        { value: 'jobTitle', label: t`By job` },
        { value: 'department', label: t`By department` },
        { value: 'site', label: t`By site` },
        { value: 'level', label: t`By level` },
      ]}
    />
  )
}

function countedOptions(facets: readonly Facet<string>[]) {
  return facets.map(({ value, count }) => ({ value, label: `${value} (${count})` }))
}
