import { Trans } from '@lingui/react/macro'
import type { FieldAudience } from '@viceversa/domain/enrolment/contract.ts'
import type { ParticipantSeat } from '@viceversa/domain/wire.ts'

/** What a field is called, which for themes depends on the seat. */
export function FieldName({ field, seat }: { field: FieldAudience['field']; seat: ParticipantSeat }) {
  const isMentor = seat === 'mentor'
  switch (field) {
    case 'taking-part':
      return <Trans>That you take part, and in which seat</Trans>
    case 'offers':
      return isMentor ? <Trans>What you can show a leader</Trans> : <Trans>What you can give in return</Trans>
    case 'wants':
      return isMentor ? <Trans>What you want in return</Trans> : <Trans>What you want to learn</Trans>
    case 'workStyle':
      return <Trans>How you like to work</Trans>
    case 'interests':
      return <Trans>Interests</Trans>
    case 'languages':
      return <Trans>Languages</Trans>
    case 'timeZone':
      return <Trans>Time zone</Trans>
    case 'availability':
      return <Trans>When you are usually free</Trans>
    case 'capacity':
      return <Trans>How many partners at once</Trans>
  }
}
