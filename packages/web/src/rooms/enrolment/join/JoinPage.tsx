import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { TopBar } from '../../../app/shell/TopBar.tsx'
import { useDocumentTitle } from '../../../platform/useDocumentTitle.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useMe } from '../../accounts/queries.ts'
import { myEnrolmentQuery, programmeViewQuery } from '../queries.ts'
import { ConsentScreen } from './ConsentScreen.tsx'
import { ProfileForm } from './ProfileForm.tsx'
import { ReadyScreen } from './ReadyScreen.tsx'

/** A participant's way in: who sees what, then the profile, then calm waiting. */
export function JoinPage() {
  const { programmeId } = useParams({ from: '/programmes/$programmeId/join' })
  const me = useMe()
  const [hasLeft, setHasLeft] = useState(false)
  const isInvited = me.seats.some(
    (seat) => seat.programmeId === programmeId && (seat.seat === 'mentor' || seat.seat === 'leader'),
  )
  if (hasLeft) return <Gone />
  if (!isInvited) return <NotInvited />
  return <MyPlace programmeId={programmeId} onLeft={() => setHasLeft(true)} />
}

function MyPlace({ programmeId, onLeft }: { programmeId: string; onLeft: () => void }) {
  const { t } = useLingui()
  const { data: mine } = useSuspenseQuery(myEnrolmentQuery(programmeId))
  const { data: view } = useSuspenseQuery(programmeViewQuery(programmeId))
  const [isEditing, setIsEditing] = useState(false)
  const screen =
    mine.state === 'invited' ? 'consent' : mine.state === 'ready' && !isEditing ? 'ready' : 'profile'
  const start = useStartOfScreen(screen)
  useDocumentTitle(t`My place`, view.name)

  return (
    <>
      <TopBar place={view.name} />
      <div ref={start} tabIndex={-1}>
        {screen === 'consent' && <ConsentScreen mine={mine} view={view} onLeft={onLeft} />}
        {screen === 'ready' && (
          <ReadyScreen mine={mine} view={view} onEdit={() => setIsEditing(true)} onLeft={onLeft} />
        )}
        {screen === 'profile' && (
          <ProfileForm mine={mine} view={view} onFinished={() => setIsEditing(false)} onLeft={onLeft} />
        )}
      </div>
    </>
  )
}

/** The address stays while the screen changes: eyes, keyboard and screen reader begin at its top all the same. */
function useStartOfScreen(screen: string) {
  const start = useRef<HTMLDivElement>(null)
  const shown = useRef(screen)
  useEffect(() => {
    if (shown.current === screen) return
    shown.current = screen
    start.current?.focus({ preventScroll: true })
    scrollTo({ top: 0 })
  }, [screen])
  return start
}

function Gone() {
  const { t } = useLingui()
  useDocumentTitle(t`Thank you`)
  return (
    <>
      <PageHeader title={<Trans>Thank you for thinking about it</Trans>} />
      <EmptyState
        level={2}
        title={<Trans>Nothing about you is left in this programme</Trans>}
        action={
          <LinkButton href="/">
            <Trans>Go to the start page</Trans>
          </LinkButton>
        }
      >
        <Trans>Your place and your answers are deleted. Nobody is shown that you declined or left.</Trans>
      </EmptyState>
    </>
  )
}

function NotInvited() {
  const { t } = useLingui()
  useDocumentTitle(t`Not in this programme`)
  return (
    <>
      <PageHeader title={<Trans>You have no place in this programme</Trans>} />
      <EmptyState
        level={2}
        title={<Trans>The invitation may have been taken back</Trans>}
        action={
          <LinkButton href="/">
            <Trans>Go to the start page</Trans>
          </LinkButton>
        }
      >
        <Trans>If you would like to take part, ask a programme manager to invite you.</Trans>
      </EmptyState>
    </>
  )
}
