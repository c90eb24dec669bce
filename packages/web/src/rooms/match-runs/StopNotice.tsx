import { Trans } from '@lingui/react/macro'
import IconLock from '@tabler/icons-react/icons/IconLock'
import type { MatchingStop } from '@viceversa/domain/programmes/programme-states.ts'
import type { ReactNode } from 'react'
import { Notice } from '../../ui/Notice.tsx'
import { useMatchingStop } from './matching-stop.ts'

/** Says why this studio can only be looked at; nothing while people can be matched. */
export function StopNotice() {
  const stop = useMatchingStop()
  if (!stop) return null
  return (
    <Notice icon={IconLock} title={<StopTitle stop={stop} />}>
      <StopWords stop={stop} />
    </Notice>
  )
}

export function StopTitle({ stop }: { stop: MatchingStop }): ReactNode {
  switch (stop) {
    case 'draft':
      return <Trans>This programme is not open yet.</Trans>
    case 'closed':
      return <Trans>This programme is closed.</Trans>
    case 'ended':
      return <Trans>The last day of this programme is over.</Trans>
    case 'deleted':
      return <Trans>The deletion date of this programme has come.</Trans>
  }
}

export function StopWords({ stop }: { stop: MatchingStop }): ReactNode {
  switch (stop) {
    case 'draft':
      return <Trans>People can be matched once it is open and they are ready.</Trans>
    case 'closed':
      return <Trans>Its scenarios stay as they are, to read. Nobody is asked any more.</Trans>
    case 'ended':
      return (
        <Trans>
          Its scenarios stay as they are, to read. If the programme goes on, move its end in the settings
          first.
        </Trans>
      )
    case 'deleted':
      return (
        <Trans>
          Its answers are erased within the hour, as everybody in it was promised. Nobody can be matched any
          more.
        </Trans>
      )
  }
}
