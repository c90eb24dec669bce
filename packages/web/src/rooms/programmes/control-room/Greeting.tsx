import { Plural, Trans } from '@lingui/react/macro'
import type { ControlRoom } from '@viceversa/domain/programmes/contract.ts'

/** The headline: a greeting and how many things wait, in words. */
export function Greeting({ name, room }: { name: string; room: ControlRoom }) {
  return (
    <>
      <Hello name={name} /> <Waiting room={room} />
    </>
  )
}

function Hello({ name }: { name: string }) {
  const hour = new Date().getHours()
  if (hour < 12) return <Trans>Good morning, {name}.</Trans>
  if (hour < 18) return <Trans>Good afternoon, {name}.</Trans>
  return <Trans>Good evening, {name}.</Trans>
}

function Waiting({ room }: { room: ControlRoom }) {
  const count = room.needsYou.length
  if (count === 0) return <Trans>Nothing needs you today.</Trans>
  return (
    <Plural
      value={count}
      _1="One thing needs you."
      _2="Two things need you."
      _3="Three things need you."
      _4="Four things need you."
      _5="Five things need you."
      _6="Six things need you."
      _7="Seven things need you."
      _8="Eight things need you."
      _9="Nine things need you."
      one="One thing needs you."
      other="# things need you."
    />
  )
}
