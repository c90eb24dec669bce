import { Plural } from '@lingui/react/macro'

/** "22 pairs", as the list and the dialog say it. */
export function PairCount({ count }: { count: number }) {
  return <Plural value={count} one="# pair" other="# pairs" />
}
