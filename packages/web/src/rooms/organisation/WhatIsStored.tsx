import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { Button, TextButton } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import styles from './WhatIsStored.module.css'

/** “What is stored, and who can see it”, in a dialog. */
export function WhatIsStored() {
  const [open, setOpen] = useState(false)
  return (
    <>
      <TextButton onClick={() => setOpen(true)}>
        <Trans>What is stored, and who can see it</Trans>
      </TextButton>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={<Trans>What is stored, and who can see it</Trans>}
        actions={
          <Button onClick={() => setOpen(false)}>
            <Trans>Close</Trans>
          </Button>
        }
      >
        <VisibilityList />
      </Dialog>
    </>
  )
}

/** The same facts stand in the set-up and at the door. */
export function VisibilityList() {
  return (
    <dl className={styles.list}>
      <dt>
        <Trans>Name, e-mail, department, reporting line</Trans>
      </dt>
      <dd>
        <Trans>Administrators and programme managers. Age, gender, origin and health are never stored.</Trans>
      </dd>
      <dt>
        <Trans>Profile: themes, work style, languages, free hours</Trans>
      </dt>
      <dd>
        <Trans>You and the people who run your programme. Your pair sees what you have in common.</Trans>
      </dd>
      <dt>
        <Trans>Who is paired with whom, and the dates</Trans>
      </dt>
      <dd>
        <Trans>The two of you and the people who run your programme.</Trans>
      </dd>
      <dt>
        <Trans>Whether you said yes or no to a pair</Trans>
      </dt>
      <dd>
        <Trans>You and the people who run your programme. Nobody is asked for a reason.</Trans>
      </dd>
      <dt>
        <Trans>How you sign in</Trans>
      </dt>
      <dd>
        <Trans>You alone. Passwords are kept as hashes, and network addresses are not kept.</Trans>
      </dd>
    </dl>
  )
}
