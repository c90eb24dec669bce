import { Plural, Trans } from '@lingui/react/macro'
import type { EnrolmentRow } from '@viceversa/domain/enrolment/contract.ts'

/** The headline: how many are ready, and how many have not answered. */
export function PeopleInWords({ enrolments }: { enrolments: readonly EnrolmentRow[] }) {
  const paired = enrolments.filter(({ matched }) => matched).length
  const ready = enrolments.filter(({ state, matched }) => state === 'ready' && !matched).length
  const waiting = enrolments.filter(({ state }) => state === 'invited').length
  if (enrolments.length === 0) return <Trans>Nobody has been invited yet</Trans>
  if (paired > 0) return <InPairs paired={paired} ready={ready} waiting={waiting} />
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
      <Waiting count={waiting} />
    </>
  )
}

function InPairs({ paired, ready, waiting }: { paired: number; ready: number; waiting: number }) {
  return (
    <>
      <Plural value={paired} one="One person is in a pair" other="# people are in a pair" />
      {ready > 0 && (
        <>
          , <Plural value={ready} one="one more can be matched" other="# more can be matched" />
        </>
      )}
      <Waiting count={waiting} />
    </>
  )
}

function Waiting({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <>
      , <Plural value={count} one="one has not answered yet" other="# have not answered yet" />
    </>
  )
}
