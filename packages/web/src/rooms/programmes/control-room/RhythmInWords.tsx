import { Plural, Trans } from '@lingui/react/macro'
import type { ControlRoom } from '@viceversa/domain/programmes/contract.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { today } from '../today.ts'

/** The one line of facts under the headline: where the programme stands. */
export function RhythmInWords({ room }: { room: ControlRoom }) {
  const format = useFormat()
  const { programme, pairs, funnel } = room
  const running = pairs.filter(({ state }) => state === 'active')
  const invited = funnel[0] ?? { mentors: 0, leaders: 0 }
  const asked = pairs.filter(({ state }) => state === 'asked').length

  if (programme.state === 'draft') {
    return (
      <Trans>{programme.name} is being set up. Nobody has been invited, and nobody can see it yet.</Trans>
    )
  }
  if (running.length > 0) return <Rhythm running={running.length} room={room} />
  if (asked > 0) {
    return (
      <Plural
        value={asked}
        one="One pair is asked and may answer."
        other="# pairs are asked and may answer."
      />
    )
  }
  if (invited.mentors + invited.leaders > 0) {
    const ready = funnel.find(({ stage }) => stage === 'ready') ?? { mentors: 0, leaders: 0 }
    return <Readiness ready={ready} invited={invited} />
  }
  return programme.kickOffOn ? (
    <Trans>
      {programme.name} is open. The kick-off is on {format.date(programme.kickOffOn)}.
    </Trans>
  ) : (
    <Trans>{programme.name} is open.</Trans>
  )
}

function Rhythm({ running, room }: { running: number; room: ControlRoom }) {
  const onRhythm = room.pairs.filter(({ signal }) => signal === 'on-rhythm').length
  const due = room.sessions.filter(({ plannedOn }) => plannedOn < today())
  const planned = due.reduce((sum, { pairs }) => sum + pairs, 0)
  const held = due.reduce((sum, session) => sum + session.held, 0)
  return (
    <>
      <Trans>
        {onRhythm} of {running} pairs are on rhythm.
      </Trans>{' '}
      {planned > 0 && (
        <Trans>
          {held} of {planned} sessions planned so far were held.
        </Trans>
      )}
    </>
  )
}

type BySeat = { mentors: number; leaders: number }

function Readiness({ ready, invited }: { ready: BySeat; invited: BySeat }) {
  if (invited.leaders === 0) {
    return (
      <Trans>
        {ready.mentors} of {invited.mentors} mentors are ready to be matched. No leaders are invited yet.
      </Trans>
    )
  }
  if (invited.mentors === 0) {
    return (
      <Trans>
        {ready.leaders} of {invited.leaders} leaders are ready to be matched. No mentors are invited yet.
      </Trans>
    )
  }
  return (
    <Trans>
      {ready.mentors} of {invited.mentors} mentors and {ready.leaders} of {invited.leaders} leaders are ready
      to be matched.
    </Trans>
  )
}
