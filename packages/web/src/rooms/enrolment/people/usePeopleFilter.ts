import { useNavigate, useSearch } from '@tanstack/react-router'
import { type PeopleSearch, readPeopleSearch } from './people-search.ts'

type Changes = { readonly [field in keyof PeopleSearch]?: PeopleSearch[field] | undefined }

/** The filters of the people page. They live in the address, so that a list can be sent to somebody. */
export function usePeopleFilter(): [PeopleSearch, (changes: Changes) => void] {
  const from = '/programmes/$programmeId/people'
  const navigate = useNavigate({ from })
  const search = readPeopleSearch(useSearch({ from }))
  const filter = (changes: Changes) =>
    void navigate({ to: from, search: readPeopleSearch({ ...search, ...changes }), replace: true })
  return [search, filter]
}
