import { Trans } from '@lingui/react/macro'
import { Button, LinkButton } from '../../../ui/Button.tsx'
import styles from './FirstProgrammeStep.module.css'
import { SetUpLayout } from './SetUpLayout.tsx'

/** What comes next, in its order; people first, because a programme needs somebody to invite. */
export function FirstProgrammeStep({ onBack }: { onBack: () => void }) {
  return (
    <SetUpLayout
      step="programme"
      title={<Trans>Your organisation is ready. Now its people</Trans>}
      lead={<Trans>A first programme takes four steps. You can stop after each and go on another day.</Trans>}
      actions={
        <>
          <Button onClick={onBack}>
            <Trans>Back</Trans>
          </Button>
          <LinkButton href="/programmes/new" variant="quiet">
            <Trans>Create the programme first</Trans>
          </LinkButton>
          <LinkButton href="/people/imports/new" variant="primary">
            <Trans>Import people</Trans>
          </LinkButton>
        </>
      }
    >
      <ol className={styles.steps}>
        <li>
          <strong>
            <Trans>Import your people.</Trans>
          </strong>{' '}
          <Trans>
            An export of your HR system will do, as it is. Reporting lines keep unsafe pairs apart.
          </Trans>
        </li>
        <li>
          <strong>
            <Trans>Create a programme from a template.</Trans>
          </strong>{' '}
          <Trans>Three, six or twelve months; every date is proposed and can be moved.</Trans>
        </li>
        <li>
          <strong>
            <Trans>Invite mentors and leaders.</Trans>
          </strong>{' '}
          <Trans>Each gets one link, sees who can see what, and says yes or no.</Trans>
        </li>
        <li>
          <strong>
            <Trans>Match and publish.</Trans>
          </strong>{' '}
          <Trans>You see the reason for every pair before anybody is asked.</Trans>
        </li>
      </ol>
    </SetUpLayout>
  )
}
