import { clsx } from 'clsx'
import styles from './PersonAvatar.module.css'
import { initials, type Role } from './role.ts'

type PersonAvatarProps = {
  name: string
  role: Role
  /** Side in px; 24, 28, 32, 36 and 40 are in use. */
  size?: number | undefined
  /** Dashed outline: the person is paused, has left, or wants no name here. */
  absent?: boolean | undefined
  className?: string | undefined
}

/**
 * A person as a shape with initials: circle for a mentor, rounded square for a leader, diamond for the programme team.
 * Decoration for assistive technology, so the name must stand beside it or in the accessible name around it.
 */
export function PersonAvatar({ name, role, size = 32, absent, className }: PersonAvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={clsx(styles.avatar, styles[role], absent && styles.absent, className)}
      style={{ width: size, height: size, fontSize: size * (role === 'team' ? 0.31 : 0.385) }}
    >
      {initials(name)}
    </span>
  )
}
