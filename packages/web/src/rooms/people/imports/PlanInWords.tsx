import { Plural, Trans } from '@lingui/react/macro'
import type { PeopleImport } from '@viceversa/domain/people/contract.ts'
import { Fragment } from 'react'

type Planned = Pick<PeopleImport, 'counts' | 'markMissingAsLeft'>

/** The headline of a dry run: "107 people will be created", "Nothing changes: …". */
export function PlanInWords({ imported }: { imported: Planned }) {
  const { counts, markMissingAsLeft } = imported
  if (!counts) return null
  const { created, updated, unchanged, skipped } = counts
  const leaving = markMissingAsLeft ? counts.missing : 0

  if (!changesAnything(imported)) {
    if (unchanged === 0) return <Trans>No row of this file can be taken</Trans>
    if (skipped === 0) {
      return (
        <Plural
          value={unchanged}
          one="Nothing changes: the one person is already as in the file"
          other="Nothing changes: all # people are already as in the file"
        />
      )
    }
    return (
      <Plural
        value={unchanged}
        one="Nothing changes: one person is already as in the file, the other rows are left out"
        other="Nothing changes: # people are already as in the file, the other rows are left out"
      />
    )
  }

  const parts = [
    created > 0 && (
      <Plural key="created" value={created} one="# person will be created" other="# people will be created" />
    ),
    updated > 0 &&
      (created > 0 ? (
        <Plural key="updated" value={updated} one="# changed" other="# changed" />
      ) : (
        <Plural
          key="updated"
          value={updated}
          one="# person will be changed"
          other="# people will be changed"
        />
      )),
    leaving > 0 &&
      (created + updated > 0 ? (
        <Plural key="left" value={leaving} one="# marked as left" other="# marked as left" />
      ) : (
        <Plural
          key="left"
          value={leaving}
          one="# person will be marked as left"
          other="# people will be marked as left"
        />
      )),
  ].filter((part) => part !== false)
  return parts.map((part, index) => (
    <Fragment key={part.key}>
      {index > 0 && ', '}
      {part}
    </Fragment>
  ))
}

export function changesAnything({ counts, markMissingAsLeft }: Planned): boolean {
  if (!counts) return false
  return counts.created + counts.updated + (markMissingAsLeft ? counts.missing : 0) > 0
}
