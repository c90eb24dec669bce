import { Trans, useLingui } from '@lingui/react/macro'
import IconFingerprint from '@tabler/icons-react/icons/IconFingerprint'
import IconTrash from '@tabler/icons-react/icons/IconTrash'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api } from '../../../platform/api.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ConsequenceDialog } from '../../../ui/ConsequenceDialog.tsx'
import { Row } from '../../../ui/Layout.tsx'
import { Text } from '../../../ui/Text.tsx'
import { TextField } from '../../../ui/TextField.tsx'
import { toast } from '../../../ui/toasts.ts'
import { ProblemNotice } from '../ProblemNotice.tsx'
import { addPasskey, canUsePasskeys } from '../passkey.ts'
import { signInMethodsQuery } from '../queries.ts'
import styles from './Setting.module.css'
import { Setting } from './Setting.tsx'

/** Passkeys: the device asks for a finger, a face or its code, and nothing has to be typed. */
export function PasskeyList() {
  const { t } = useLingui()
  const format = useFormat()
  const { passkeys } = useSuspenseQuery(signInMethodsQuery()).data
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<{ id: string; name: string }>()

  return (
    <Setting
      title={<Trans>Passkeys</Trans>}
      state={
        passkeys.length === 0 ? (
          <Trans>
            None yet. Your device asks for a finger, a face or its code; nothing to type or to forget.
          </Trans>
        ) : (
          <Trans>Your device asks who you are; nothing to type or to forget.</Trans>
        )
      }
      action={
        !adding && (
          <Button
            icon={IconFingerprint}
            disabledReason={
              canUsePasskeys() ? undefined : t`This browser cannot make passkeys at this address.`
            }
            onClick={() => setAdding(true)}
          >
            <Trans>Add a passkey</Trans>
          </Button>
        )
      }
    >
      {adding && <AddPasskey onDone={() => setAdding(false)} />}
      {passkeys.length > 0 && (
        <ul className={styles.list}>
          {passkeys.map(({ id, name, createdAt }) => (
            <li key={id} className={styles.entry}>
              <span>
                <Text as="span" weight="strong">
                  {name}
                </Text>{' '}
                {createdAt && (
                  <Text as="span" size="sm" tone={3}>
                    <Trans>added {format.date(createdAt.slice(0, 10))}</Trans>
                  </Text>
                )}
              </span>
              <Button size="small" variant="quiet" icon={IconTrash} onClick={() => setRemoving({ id, name })}>
                <Trans>Remove</Trans>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {removing && <RemovePasskey passkey={removing} onClose={() => setRemoving(undefined)} />}
    </Setting>
  )
}

function AddPasskey({ onDone }: { onDone: () => void }) {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  const add = useMutation({
    mutationFn: () => addPasskey(name.trim()),
    onSuccess: async (added) => {
      if (!added) return
      await queryClient.invalidateQueries(signInMethodsQuery())
      toast(t`The passkey is added`, { tone: 'positive' })
      onDone()
    },
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    if (name.trim()) add.mutate()
    else setError(t`Give the passkey a name, such as “Work laptop”.`)
  }
  return (
    <form noValidate onSubmit={submit} className={styles.form}>
      <TextField
        label={t`Name of this passkey`}
        hint={t`So that you know it again, such as “Work laptop”.`}
        width={28}
        value={name}
        onChange={(value) => {
          setName(value)
          setError(undefined)
        }}
        error={error}
      />
      <ProblemNotice error={add.error} />
      <Row>
        <Button type="submit" variant="primary" busy={add.isPending && t`Asking your device`}>
          <Trans>Make the passkey</Trans>
        </Button>
        <Button variant="quiet" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </Row>
    </form>
  )
}

function RemovePasskey({ passkey, onClose }: { passkey: { id: string; name: string }; onClose: () => void }) {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const remove = useMutation({
    mutationFn: () => api.accounts.removePasskey({ passkeyId: passkey.id }),
    onSettled: () => queryClient.invalidateQueries(signInMethodsQuery()),
    onSuccess: onClose,
  })
  return (
    <ConsequenceDialog
      open
      onClose={onClose}
      title={<Trans>Remove the passkey “{passkey.name}”?</Trans>}
      consequences={[
        { icon: IconFingerprint, text: <Trans>It no longer signs you in. Your other ways in stay.</Trans> },
        { icon: IconTrash, text: <Trans>Your device may still offer it; you can delete it there.</Trans> },
      ]}
      confirmLabel={t`Remove the passkey`}
      cancelLabel={t`Keep it`}
      destructive
      busy={remove.isPending && t`Removing`}
      onConfirm={() => remove.mutate()}
    >
      <ProblemNotice error={remove.error} />
    </ConsequenceDialog>
  )
}
