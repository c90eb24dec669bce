import { Trans } from '@lingui/react/macro'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import styles from './RoleWord.module.css'
import type { Role } from './role.ts'

type RoleWordProps = {
  role: Role
  /** Other words than the plain role, for example "Mentor, matched". */
  children?: ReactNode
}

/** The role in its colour, with its shape in front of it. */
export function RoleWord({ role, children }: RoleWordProps) {
  return <span className={clsx(styles.role, styles[role])}>{children ?? <RoleName role={role} />}</span>
}

function RoleName({ role }: { role: Role }) {
  if (role === 'mentor') return <Trans>Mentor</Trans>
  if (role === 'leader') return <Trans>Leader</Trans>
  if (role === 'team') return <Trans>Programme team</Trans>
  return <Trans>Not in this programme</Trans>
}
