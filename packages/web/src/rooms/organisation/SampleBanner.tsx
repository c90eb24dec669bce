import { Trans, useLingui } from '@lingui/react/macro'
import IconCompass from '@tabler/icons-react/icons/IconCompass'
import IconSelector from '@tabler/icons-react/icons/IconSelector'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, problemOf } from '../../platform/api.ts'
import { Button, TextButton } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import type { Role } from '../../ui/role.ts'
import { toast } from '../../ui/toasts.ts'
import { useMe } from '../accounts/queries.ts'
import { personasQuery } from './queries.ts'
import { RemoveSampleDialog } from './RemoveSampleDialog.tsx'
import styles from './SampleBanner.module.css'
import { useReplacedSession } from './useReplacedSession.ts'

/** Over every page of the sample organisation: that all of it is invented, whom to be, and the way out. */
export function SampleBanner() {
  const { t } = useLingui()
  const [leaving, setLeaving] = useState(false)
  return (
    <section aria-label={t`Sample organisation`} className={styles.banner}>
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
      <RemoveSampleDialog open={leaving} onClose={() => setLeaving(false)} />
    </section>
  )
}

function PersonaSwitch() {
  const { t } = useLingui()
  const me = useMe()
  const personas = useQuery(personasQuery())
  const become = useReplacedSession((personId: string) => api.organisation.becomePersona({ personId }))
  const failure = become.error ? (problemOf(become.error)?.title ?? t`The server did not answer`) : undefined
  useEffect(() => {
    if (failure) toast(failure, { tone: 'critical' })
  }, [failure])
  const seats = { 'programme-manager': t`Programme manager`, mentor: t`Mentor`, leader: t`Leader` }

  // The button stands there from the start, so that the page does not move when the names have come.
  return (
    <Menu
      label={t`Look around as somebody else`}
      align="end"
      items={(personas.data ?? []).map((persona) => ({
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

function roleOf(seat: 'programme-manager' | 'mentor' | 'leader'): Role {
  return seat === 'programme-manager' ? 'team' : seat
}
