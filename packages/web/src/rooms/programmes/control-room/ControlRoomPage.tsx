import { Trans, useLingui } from '@lingui/react/macro'
import IconPlayerPlay from '@tabler/icons-react/icons/IconPlayerPlay'
import IconUserPlus from '@tabler/icons-react/icons/IconUserPlus'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { ControlRoom } from '@viceversa/domain/programmes/contract.ts'
import { canTake } from '@viceversa/domain/programmes/programme-states.ts'
import { weekOfProgramme } from '@viceversa/domain/programmes/time-line.ts'
import { TopBar } from '../../../app/shell/TopBar.tsx'
import { useDocumentTitle } from '../../../platform/useDocumentTitle.ts'
import { LinkButton } from '../../../ui/Button.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { useMe } from '../../accounts/queries.ts'
import { controlRoomQuery } from '../queries.ts'
import { today } from '../today.ts'
import styles from './ControlRoomPage.module.css'
import { Funnel } from './Funnel.tsx'
import { Greeting } from './Greeting.tsx'
import { NeedsYou } from './NeedsYou.tsx'
import { PairField } from './PairField.tsx'
import { ProgrammeStrand } from './ProgrammeStrand.tsx'
import { RhythmInWords } from './RhythmInWords.tsx'

/** The home of one programme: what needs a programme manager, where the programme stands, how the pairs are doing. */
export function ControlRoomPage() {
  const { t } = useLingui()
  const { programmeId } = useParams({ from: '/programmes/$programmeId' })
  const { data: room } = useSuspenseQuery(controlRoomQuery(programmeId))
  const me = useMe()
  const { programme } = room
  useDocumentTitle(t`Control room`, programme.name)

  return (
    <>
      <TopBar place={t`Control room`} status={<Status programme={programme} />} />
      <PageHeader
        title={<Greeting name={me.person.givenName} room={room} />}
        lead={<RhythmInWords room={room} />}
        actions={canTake('invite', programme) && <Invite programmeId={programmeId} />}
      />
      <div className={styles.page}>
        <ProgrammeStrand room={room} />
        <div className={styles.columns}>
          <NeedsYou room={room} />
          <PairField room={room} />
        </div>
        <div className={styles.below}>
          <Funnel funnel={room.funnel} programmeId={programmeId} />
        </div>
      </div>
    </>
  )
}

function Invite({ programmeId }: { programmeId: string }) {
  return (
    <LinkButton href={`/programmes/${programmeId}/people`} icon={IconUserPlus}>
      <Trans>Invite people</Trans>
    </LinkButton>
  )
}

function Status({ programme }: { programme: ControlRoom['programme'] }) {
  const { state, kickOffOn, endsOn } = programme
  const week = kickOffOn && endsOn ? weekOfProgramme({ kickOffOn, endsOn }, today()) : null
  if (state === 'running' && week) {
    return (
      <Tag plain icon={IconPlayerPlay}>
        <Trans>
          Running, week {week.week} of {week.of}
        </Trans>
      </Tag>
    )
  }
  return (
    <Tag plain>
      {state === 'draft' && <Trans>Being set up</Trans>}
      {state === 'open' && <Trans>Open, before the kick-off</Trans>}
      {state === 'running' && <Trans>Running</Trans>}
      {state === 'closed' && <Trans>Closed</Trans>}
    </Tag>
  )
}
