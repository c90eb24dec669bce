import { useNavigate, useSearch } from '@tanstack/react-router'
import { type DirectorySearch, readDirectorySearch } from './directory-search.ts'

type Changes = { readonly [field in keyof DirectorySearch]?: DirectorySearch[field] | undefined }

/** Search, filters and order of the directory. They live in the address, so that a list can be sent to somebody. */
export function useDirectorySearch(): [DirectorySearch, (changes: Changes) => void] {
  const navigate = useNavigate({ from: '/people' })
  const search = readDirectorySearch(useSearch({ from: '/people' }))
  const change = (changes: Changes) =>
    void navigate({ to: '/people', search: readDirectorySearch({ ...search, ...changes }), replace: true })
  return [search, change]
}
