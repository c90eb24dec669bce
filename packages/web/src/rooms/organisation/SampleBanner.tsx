import { Trans, useLingui } from '@lingui/react/macro'
import IconCompass from '@tabler/icons-react/icons/IconCompass'
import IconSelector from '@tabler/icons-react/icons/IconSelector'
import IconTrash from '@tabler/icons-react/icons/IconTrash'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { api, problemOf } from '../../platform/api.ts'
import { Button, TextButton } from '../../ui/Button.tsx'
import { ConsequenceDialog } from '../../ui/ConsequenceDialog.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import type { Role } from '../../ui/role.ts'
import { toast } from '../../ui/toasts.ts'
import { useMe } from '../accounts/queries.ts'
import { personasQuery } from './queries.ts'
import styles from './SampleBanner.module.css'

/** Over every page of the sample organisation: that all of it is invented, whom to be, and the way out. */
export function SampleBanner() {
  const [leaving, setLeaving] = useState(false)
  return (
    <div className={styles.banner}>
      <IconCompass size={18} aria-hidden />
      <span className={styles.words}>
        <Trans>You are looking around a sample organisation. Everybody in it is invented.</Trans>
      </span>
      <span className={styles.actions}>
        <PersonaSwitch />
        <TextButton onClick={() => setLeaving(true)}>
          <Trans>Leave and remove it</Trans>
        </TextButton>
      </span>
      <LeaveDialog open={leaving} onClose={() => setLeaving(false)} />
    </div>
  )
}

function PersonaSwitch() {
  const { t } = useLingui()
  const me = useMe()
  const personas = useQuery(personasQuery())
  const become = useReplacedSession((personId: string) => api.organisation.becomePersona({ personId }))
  const seats = { 'programme-manager': t`Programme manager`, mentor: t`Mentor`, leader: t`Leader` }
  if (!personas.data) return null

  return (
    <Menu
      label={t`Look around as somebody else`}
      align="end"
      items={personas.data.map((persona) => ({
        key: persona.personId,
        label: persona.displayName,
        detail: seats[persona.seat],
        picture: <PersonAvatar name={persona.displayName} role={roleOf(persona.seat)} size={32} />,
        checked: persona.personId === me.person.id,
        onSelect: () => become.mutate(persona.personId),
      }))}
      trigger={(trigger) => (
        <Button {...trigger} size="small" icon={IconUsers} busy={become.isPending && t`Changing seats`}>
          <Trans>Look as somebody else</Trans>
          <IconSelector size={15} aria-hidden />
        </Button>
      )}
    />
  )
}

function LeaveDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useLingui()
  const leave = useReplacedSession(() => api.organisation.leaveSample({}))
  return (
    <ConsequenceDialog
      open={open}
      onClose={onClose}
      title={<Trans>Leave and remove the sample organisation?</Trans>}
      consequences={[
        {
          icon: IconTrash,
          text: <Trans>Its invented people, programmes, pairs and mails are deleted.</Trans>,
        },
        { icon: IconUsers, text: <Trans>Everybody who is looking around is signed out.</Trans> },
        {
          icon: IconCompass,
          text: <Trans>You come back to the first page and can fill it again at any time.</Trans>,
        },
      ]}
      confirmLabel={t`Remove the sample`}
      cancelLabel={t`Keep looking around`}
      destructive
      busy={leave.isPending && t`Removing`}
      onConfirm={() => leave.mutate(undefined)}
    />
  )
}

/** For calls after which one is somebody else, or nobody: nothing read before may stay on the screen. */
function useReplacedSession<Input>(call: (input: Input) => Promise<unknown>) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: call,
    onSuccess: async () => {
      await navigate({ to: '/' })
      await queryClient.resetQueries()
    },
    onError: (error) => toast(problemOf(error)?.title ?? String(error), { tone: 'critical' }),
  })
}

function roleOf(seat: 'programme-manager' | 'mentor' | 'leader'): Role {
  return seat === 'programme-manager' ? 'team' : seat
}
