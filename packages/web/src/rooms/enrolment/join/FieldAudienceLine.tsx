import { Trans, useLingui } from '@lingui/react/macro'
import type { FieldAudience, FieldReader } from '@viceversa/domain/enrolment/contract.ts'
import type { ParticipantSeat } from '@viceversa/domain/wire.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { AudienceLine } from '../../../ui/AudienceLine.tsx'

/** Who can read one field, in shapes and words, from the same table that the server is tested against. */
export function FieldAudienceLine({ audience, seat }: { audience: FieldAudience; seat: ParticipantSeat }) {
  const format = useFormat()
  const nameOf = useReaderNames()
  const { readers, proposedPartner } = audience
  const everybody = readers.includes('everyone-in-the-programme')
  const partner = proposedPartner === 'introduction' || everybody
  return (
    <AudienceLine
      mentor={seat === 'mentor' || partner}
      leader={seat === 'leader' || partner}
      team={readers.includes('programme-managers') || everybody}
    >
      {format.list(readers.map(nameOf))}.{' '}
      {proposedPartner === 'introduction' && (
        <Trans>The person proposed as your partner sees your name, job and place of work.</Trans>
      )}
      {proposedPartner === 'in-common' && (
        <Trans>A proposed partner learns only what you both have in common.</Trans>
      )}
    </AudienceLine>
  )
}

function useReaderNames() {
  const { t } = useLingui()
  const names: Record<FieldReader, string> = {
    you: t`You`,
    'programme-managers': t`programme managers`,
    'everyone-in-the-programme': t`everyone in the programme`,
    sponsor: t`the sponsor`,
    'safe-contact': t`the safe contact`,
    administrators: t`administrators`,
  }
  return (reader: FieldReader) => names[reader]
}
