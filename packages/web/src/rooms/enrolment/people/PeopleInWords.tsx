import { Plural, Trans } from '@lingui/react/macro'
import type { EnrolmentRow } from '@viceversa/domain/enrolment/contract.ts'

/** The headline: how many are ready, and how many have not answered. */
export function PeopleInWords({ enrolments }: { enrolments: readonly EnrolmentRow[] }) {
  const ready = enrolments.filter(({ state }) => state === 'ready').length
  const waiting = enrolments.filter(({ state }) => state === 'invited').length
  if (enrolments.length === 0) return <Trans>Nobody has been invited yet</Trans>
  if (ready === 0) {
    return <Plural value={enrolments.length} one="One person is invited" other="# people are invited" />
  }
  return (
    <>
      <Plural
        value={ready}
        one="One person is ready to be matched"
        other="# people are ready to be matched"
      />
      {waiting > 0 && (
        <>
          , <Plural value={waiting} one="one has not answered yet" other="# have not answered yet" />
        </>
      )}
    </>
  )
}
