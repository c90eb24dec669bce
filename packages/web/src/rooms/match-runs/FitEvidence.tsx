import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { FitPart } from '@viceversa/domain/match-runs/contract.ts'
import type { ReactNode } from 'react'
import { useFormat } from '../../platform/Formatting.tsx'
import { FitBreakdown, type FitPart as ShownPart } from '../../ui/FitBar.tsx'
import { useProfileWords } from './use-profile-words.ts'
import { useWeeklyTime } from './use-weekly-time.ts'

type FitEvidenceProps = {
  parts: readonly FitPart[]
  mentor: { givenName: string }
  leader: { givenName: string }
  themeNames: Readonly<Record<string, string>>
}

/** Where the points of a fit come from, part by part, with what in both profiles earned them (rule R12). */
export function FitEvidence({ parts, ...pair }: FitEvidenceProps) {
  const { t } = useLingui()
  const names: Record<FitPart['part'], string> = {
    goals: t`Goals meet offered themes`,
    workStyle: t`Interests and way of working`,
    department: t`Different department`,
    time: t`Easy to find a time`,
  }
  const shown = parts.map(
    (part): ShownPart => ({
      key: part.part,
      label: names[part.part],
      points: outOf100(part.points),
      of: outOf100(part.possible),
      evidence: <Evidence part={part} {...pair} />,
    }),
  )
  return <FitBreakdown parts={shown} />
}

/** Scores are kept as whole thousandths of a point. */
export function outOf100(score: number): number {
  return Math.round(score / 1000)
}

type EvidenceProps = Omit<FitEvidenceProps, 'parts'> & { part: FitPart }

/** What one part rests on, in words. */
export function Evidence({ part, ...pair }: EvidenceProps): ReactNode {
  if (part.part === 'goals') return <Goals part={part} {...pair} />
  if (part.part === 'workStyle') return <WorkStyle part={part} />
  if (part.part === 'department') return <Departments part={part} />
  return <SharedTime part={part} mentor={pair.mentor} />
}

type Part<Name extends FitPart['part']> = Extract<FitPart, { part: Name }>

function Goals({ part, mentor, leader, themeNames }: Omit<EvidenceProps, 'part'> & { part: Part<'goals'> }) {
  const format = useFormat()
  const themes = (ids: readonly string[]) => format.list(ids.map((id) => `“${themeNames[id] ?? id}”`))
  const { leaderGets, leaderWanted, mentorGets, mentorWanted } = part
  const [mentorName, leaderName] = [mentor.givenName, leader.givenName]
  return (
    <>
      {leaderGets.length > 0 ? (
        <Trans>
          {leaderName} wants {themes(leaderGets)}, which {mentorName} offers: {leaderGets.length} of{' '}
          {leaderWanted} wishes.
        </Trans>
      ) : (
        <Trans>
          {mentorName} offers none of the themes that {leaderName} wants.
        </Trans>
      )}{' '}
      {mentorWanted > 0 &&
        (mentorGets.length > 0 ? (
          <Trans>
            In return {leaderName} can give {themes(mentorGets)}: {mentorGets.length} of {mentorWanted}.
          </Trans>
        ) : (
          <Trans>Nothing of what {mentorName} wants back is on offer.</Trans>
        ))}
    </>
  )
}

function WorkStyle({ part }: { part: Part<'workStyle'> }) {
  const format = useFormat()
  const words = useProfileWords()
  const styles = format.list(part.workStyle.map(words.workStyle))
  const interests = format.list(part.interests.map(words.interest))
  if (styles && interests) {
    return (
      <Trans>
        Both prefer {styles}; both enjoy {interests}.
      </Trans>
    )
  }
  if (styles) return <Trans>Both prefer {styles}.</Trans>
  if (interests) return <Trans>Both enjoy {interests}.</Trans>
  return <Trans>No shared interest or way of working is known.</Trans>
}

function Departments({ part: { mentor, leader } }: { part: Part<'department'> }) {
  if (!mentor || !leader) return <Trans>The department of one of them is not known.</Trans>
  if (mentor.toLowerCase() === leader.toLowerCase()) return <Trans>Both work in {mentor}.</Trans>
  return (
    <Trans>
      {mentor} and {leader}.
    </Trans>
  )
}

function SharedTime({ part, mentor }: { part: Part<'time'>; mentor: { givenName: string } }) {
  const weeklyTime = useWeeklyTime()
  const hours = Math.floor(part.minutes / 60)
  const longest = part.windows[0]
  if (!longest) return <Trans>No hour of the week is free for both.</Trans>
  const when = weeklyTime(longest.mentorStart, longest.minutes)
  const mentorName = mentor.givenName
  return (
    <Trans>
      {when} and more: <Plural value={hours} one="# shared hour" other="# shared hours" /> a week, on{' '}
      {mentorName}’s clock.
    </Trans>
  )
}
