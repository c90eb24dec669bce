import { Trans } from '@lingui/react/macro'
import IconBuildings from '@tabler/icons-react/icons/IconBuildings'
import IconBulb from '@tabler/icons-react/icons/IconBulb'
import IconClock from '@tabler/icons-react/icons/IconClock'
import IconHeart from '@tabler/icons-react/icons/IconHeart'
import type { FitPart } from '@viceversa/domain/match-runs/contract.ts'
import type { Pair } from '@viceversa/domain/pairs/contract.ts'
import type { ComponentType, ReactNode } from 'react'
import { useFormat } from '../../platform/Formatting.tsx'
import { useProfileWords } from '../match-runs/use-profile-words.ts'
import { useWeeklyTime } from '../match-runs/use-weekly-time.ts'
import { partnerOf } from './partner.ts'
import styles from './Reasons.module.css'

type Part<Name extends FitPart['part']> = Extract<FitPart, { part: Name }>
type Icon = ComponentType<{ size: number; 'aria-hidden': true }>

/** Why these two were proposed (rule R12), from the reader's side and without points: a person is not graded. */
export function Reasons({ pair }: { pair: Pair }) {
  const reasons = pair.reasons.flatMap((part) => (speaksFor(part) ? [part] : []))
  return (
    <ul className={styles.reasons}>
      {reasons.map((part) => (
        <Reason key={part.part} part={part} pair={pair} />
      ))}
    </ul>
  )
}

/** What won nothing is no reason, and is left out. */
function speaksFor(part: FitPart): boolean {
  switch (part.part) {
    case 'goals':
      return part.leaderGets.length + part.mentorGets.length > 0
    case 'workStyle':
      return part.workStyle.length + part.interests.length > 0
    case 'department':
      return part.points > 0 && part.mentor !== null && part.leader !== null
    case 'time':
      return part.windows.length > 0
  }
}

const icons: Record<FitPart['part'], Icon> = {
  goals: IconBulb,
  workStyle: IconHeart,
  department: IconBuildings,
  time: IconClock,
}

function Reason({ part, pair }: { part: FitPart; pair: Pair }) {
  const Icon = icons[part.part]
  return (
    <li>
      <Icon size={20} aria-hidden />
      <p>
        <Words part={part} pair={pair} />
      </p>
    </li>
  )
}

function Words({ part, pair }: { part: FitPart; pair: Pair }): ReactNode {
  if (part.part === 'goals') return <Goals part={part} pair={pair} />
  if (part.part === 'workStyle') return <WorkStyle part={part} />
  if (part.part === 'department') return <Departments part={part} pair={pair} />
  return <SharedTime part={part} pair={pair} />
}

function Goals({ part, pair }: { part: Part<'goals'>; pair: Pair }) {
  const format = useFormat()
  const named = (ids: readonly string[]) =>
    ids.length > 0 && format.list(ids.map((id) => `“${pair.themeNames[id] ?? id}”`))
  const partner = partnerOf(pair).givenName
  const [learns, back] = [named(part.leaderGets), named(part.mentorGets)]
  if (pair.mySeat === 'mentor') {
    return (
      <>
        {learns && (
          <Trans>
            {partner} wants to learn about {learns}, which you offer.
          </Trans>
        )}{' '}
        {back && (
          <Trans>
            In return, {partner} can give you {back}.
          </Trans>
        )}
      </>
    )
  }
  return (
    <>
      {learns && (
        <Trans>
          You want to learn about {learns}, which {partner} offers.
        </Trans>
      )}{' '}
      {back && (
        <Trans>
          In return, {partner} would like {back}, which you can give.
        </Trans>
      )}
    </>
  )
}

function WorkStyle({ part }: { part: Part<'workStyle'> }) {
  const format = useFormat()
  const words = useProfileWords()
  const ways = format.list(part.workStyle.map(words.workStyle))
  const interests = format.list(part.interests.map(words.interest))
  if (ways && interests) {
    return (
      <Trans>
        You both prefer {ways}, and both enjoy {interests}.
      </Trans>
    )
  }
  return ways ? <Trans>You both prefer {ways}.</Trans> : <Trans>You both enjoy {interests}.</Trans>
}

function Departments({ part, pair }: { part: Part<'department'>; pair: Pair }) {
  const partner = partnerOf(pair).givenName
  const [mine, theirs] = pair.mySeat === 'mentor' ? [part.mentor, part.leader] : [part.leader, part.mentor]
  return (
    <Trans>
      You work in {mine}, {partner} in {theirs}. You see different sides of the house.
    </Trans>
  )
}

function SharedTime({ part, pair }: { part: Part<'time'>; pair: Pair }) {
  const weeklyTime = useWeeklyTime()
  const [longest, ...more] = part.windows
  if (!longest) return null
  const start = pair.mySeat === 'mentor' ? longest.mentorStart : longest.leaderStart
  const when = weeklyTime(start, longest.minutes)
  return more.length > 0 ? (
    <Trans>You are both free on {when} by your clock, and at other times of the week.</Trans>
  ) : (
    <Trans>You are both free on {when} by your clock.</Trans>
  )
}
