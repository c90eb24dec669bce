import { Plural, Trans, useLingui } from '@lingui/react/macro'
import IconFileImport from '@tabler/icons-react/icons/IconFileImport'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { TopBar } from '../../../app/shell/TopBar.tsx'
import { useDocumentTitle } from '../../../platform/useDocumentTitle.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PeopleFailure } from '../PeopleFailure.tsx'
import { directoryQuery, facetsQuery } from '../queries.ts'
import { DirectoryFilters } from './DirectoryFilters.tsx'
import { DirectoryGrid } from './DirectoryGrid.tsx'
import { isFiltered } from './directory-search.ts'
import { useDirectorySearch } from './useDirectorySearch.ts'

/** Everybody who works here, as the HR system last said. */
export function DirectoryPage() {
  const { t } = useLingui()
  const [search, change] = useDirectorySearch()
  const facets = useQuery(facetsQuery())
  const people = useInfiniteQuery({ ...directoryQuery(search), placeholderData: keepPreviousData })
  useDocumentTitle(t`Directory`)

  const total = people.data?.pages[0]?.total
  const onlyOneself = !isFiltered(search) && total !== undefined && total <= 1

  return (
    <>
      <TopBar place={t`Directory`} />
      <PageHeader
        title={<Headline everybody={isFiltered(search) ? facets.data?.total : total} />}
        lead={
          <Trans>
            Names, work and reporting lines come from your HR system. No ratings, no private data.
          </Trans>
        }
        actions={
          !onlyOneself && (
            <>
              <LinkButton href="/people/imports/new#earlier-imports">
                <Trans>Earlier imports</Trans>
              </LinkButton>
              <LinkButton href="/people/imports/new" variant="primary" icon={IconFileImport}>
                <Trans>Import people</Trans>
              </LinkButton>
            </>
          )
        }
      />
      {people.isError ? (
        <PeopleFailure
          error={people.error}
          retrying={people.isFetching}
          onRetry={() => void people.refetch()}
        />
      ) : onlyOneself ? (
        <FirstUse />
      ) : (
        <>
          <DirectoryFilters search={search} change={change} facets={facets.data} total={total} />
          <DirectoryGrid search={search} change={change} people={people} total={total ?? 0} />
        </>
      )}
    </>
  )
}

function Headline({ everybody }: { everybody: number | undefined }) {
  if (everybody === undefined || everybody <= 1) return <Trans>Directory</Trans>
  return <Plural value={everybody} one="# person is in the directory" other="# people are in the directory" />
}

function FirstUse() {
  return (
    <EmptyState
      level={2}
      title={<Trans>So far only you are here</Trans>}
      action={
        <LinkButton href="/people/imports/new" variant="primary" icon={IconFileImport}>
          <Trans>Import your people</Trans>
        </LinkButton>
      }
    >
      <Trans>
        A CSV export of your HR system brings names, jobs, departments, sites and reporting lines. You see
        what would change before anything does, and you can undo it.
      </Trans>
    </EmptyState>
  )
}
