import { Trans, useLingui } from '@lingui/react/macro'
import IconX from '@tabler/icons-react/icons/IconX'
import type { Programme } from '@viceversa/domain/programmes/contract.ts'
import type { PersonCard } from '@viceversa/domain/wire.ts'
import { useState } from 'react'
import { IconButton } from '../../../ui/Button.tsx'
import { FieldGroup } from '../../../ui/Field.tsx'
import { PersonAvatar } from '../../../ui/PersonAvatar.tsx'
import { useMe } from '../../accounts/queries.ts'
import styles from './PeopleStep.module.css'
import { PersonPicker } from './PersonPicker.tsx'
import { StepFrame } from './StepFrame.tsx'
import { useSelfSaving } from './useSelfSaving.ts'

/** Who answers for the programme: sponsor, programme managers, and somebody outside to turn to. */
export function PeopleStep({ programme }: { programme: Programme }) {
  const { t } = useLingui()
  const me = useMe()
  const saving = useSelfSaving(programme, () => true)
  const { value, change, problem } = saving
  // Cards of people chosen here, who are not part of the programme as it was read.
  const [cards, setCards] = useState<ReadonlyMap<string, PersonCard>>(new Map())
  const known = [...programme.managers, programme.sponsor, programme.safeContact, ...cards.values()]
  const cardOf = (id: string | null) => known.find((card) => card?.id === id) ?? null
  const remember = (card: PersonCard) => setCards(new Map(cards).set(card.id, card))
  const errorOf = (field: string) => (problem?.kind === 'fields' ? problem.messages[field] : undefined)
  const managers = value.managerIds.map(cardOf).filter((card) => card !== null)
  const responsible = [...value.managerIds, value.sponsorId, value.safeContactId].filter((id) => id !== null)

  function choose(field: 'sponsorId' | 'safeContactId', card: PersonCard | null) {
    if (card) remember(card)
    change({ [field]: card?.id ?? null })
  }

  return (
    <StepFrame
      programme={programme}
      step="people"
      saving={saving}
      title={<Trans>Who answers for it?</Trans>}
      lead={<Trans>Everybody who joins sees these names before they agree to anything.</Trans>}
    >
      <PersonPicker
        id="sponsorId"
        label={<Trans>Sponsor</Trans>}
        hint={
          <Trans>
            Somebody senior who takes part visibly, clears the way and answers what comes out of it.
          </Trans>
        }
        value={cardOf(value.sponsorId)}
        onChange={(card) => choose('sponsorId', card)}
        except={responsible}
        error={errorOf('sponsorId')}
      />
      <PersonPicker
        id="safeContactId"
        label={<Trans>Safe contact outside the programme</Trans>}
        hint={
          <Trans>
            People can turn to them in confidence. They neither take part nor run the programme, and stand
            outside its reporting lines where possible.
          </Trans>
        }
        value={cardOf(value.safeContactId)}
        onChange={(card) => choose('safeContactId', card)}
        except={responsible}
        error={errorOf('safeContactId')}
      />
      <FieldGroup
        id="managerIds"
        label={<Trans>Programme managers</Trans>}
        hint={
          <Trans>They set up, invite, match and watch the rhythm. They never read what a pair writes.</Trans>
        }
        error={errorOf('managerIds')}
      >
        <ul className={styles.people}>
          {managers.map((card) => (
            <li key={card.id}>
              <PersonAvatar name={card.displayName} role="team" size={32} />
              <span className={styles.name}>
                {card.displayName}
                <small>{card.id === me.person.id ? t`You` : card.jobTitle}</small>
              </span>
              {card.id !== me.person.id && (
                <IconButton
                  icon={IconX}
                  label={t`Take ${card.displayName} off`}
                  onClick={() => change({ managerIds: value.managerIds.filter((id) => id !== card.id) })}
                />
              )}
            </li>
          ))}
        </ul>
        <PersonPicker
          label={<Trans>Add a programme manager</Trans>}
          optional
          value={null}
          onChange={(card) => {
            if (!card) return
            remember(card)
            change({ managerIds: [...value.managerIds, card.id] })
          }}
          except={responsible}
        />
      </FieldGroup>
    </StepFrame>
  )
}
