import { Plural } from '@lingui/react/macro'
import type { PeopleImport } from '@viceversa/domain/people/contract.ts'
import { Fragment } from 'react'

/** "107 created, 3 changed", without what is nought. */
export function CountsInWords({ counts }: { counts: NonNullable<PeopleImport['counts']> }) {
  const { created, updated, unchanged, skipped } = counts
  const parts = [
    created > 0 && <Plural key="created" value={created} one="# created" other="# created" />,
    updated > 0 && <Plural key="updated" value={updated} one="# changed" other="# changed" />,
    unchanged > 0 && <Plural key="unchanged" value={unchanged} one="# unchanged" other="# unchanged" />,
    skipped > 0 && <Plural key="skipped" value={skipped} one="# row left out" other="# rows left out" />,
  ].filter((part) => part !== false)
  return parts.map((part, index) => (
    <Fragment key={part.key}>
      {index > 0 && ', '}
      {part}
    </Fragment>
  ))
}
