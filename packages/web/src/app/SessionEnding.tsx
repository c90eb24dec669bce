import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { meQuery, useMe } from '../rooms/accounts/queries.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Text } from '../ui/Text.tsx'

const WARN_MINUTES = 2
const MINUTE = 60_000

/**
 * Asks two minutes before a session ends for want of use whether to stay (WCAG 2.2.1). Any answer of the server
 * counts as use, so the clock starts again with every one.
 */
export function SessionEnding() {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const { session } = useMe()
  const lastUse = useLastAnswer()
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE / 4)
    return () => clearInterval(timer)
  }, [])

  const endsAt = lastUse + session.idleMinutes * MINUTE
  const left = endsAt - now
  const over = left <= 0
  useEffect(() => {
    // The page falls back to the door, which keeps the address to come back to.
    if (over) void queryClient.invalidateQueries(meQuery())
  }, [over, queryClient])

  const stay = () => void queryClient.invalidateQueries(meQuery())
  return (
    <Dialog
      open={!over && left <= WARN_MINUTES * MINUTE}
      onClose={stay}
      title={<Trans>Are you still there?</Trans>}
      width="narrow"
      actions={
        <Button variant="primary" onClick={stay}>
          {t`Stay signed in`}
        </Button>
      }
    >
      <Text>
        <Trans>You will be signed out in less than two minutes, so that nobody else reads along.</Trans>
      </Text>
    </Dialog>
  )
}

/** When the server last answered something, in ms since 1970. */
function useLastAnswer(): number {
  const queryClient = useQueryClient()
  const [at, setAt] = useState(Date.now)
  useEffect(
    () =>
      queryClient.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'success') setAt(Date.now())
      }),
    [queryClient],
  )
  return at
}
