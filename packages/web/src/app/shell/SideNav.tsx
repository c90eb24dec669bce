import { useLingui } from '@lingui/react/macro'
import IconSelector from '@tabler/icons-react/icons/IconSelector'
import { clsx } from 'clsx'
import { Anchor } from '../../ui/Anchor.tsx'
import { Logo, Mark } from '../../ui/Mark.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { PersonAvatar } from '../../ui/PersonAvatar.tsx'
import { RoleWord } from '../../ui/RoleWord.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { currentDestination, type NavItem } from './navigation.ts'
import type { ShellProps } from './Shell.tsx'
import styles from './SideNav.module.css'
import { useThemeItems } from './theme-items.ts'

type SideNavProps = Pick<
  ShellProps,
  'path' | 'navigation' | 'programme' | 'programmeItems' | 'person' | 'seatItems'
> & { rail: boolean }

/** The navigation of the seat: 236 px with words, or a 64 px rail whose words appear on hover and focus. */
export function SideNav({
  path,
  navigation,
  programme,
  programmeItems,
  person,
  seatItems,
  rail,
}: SideNavProps) {
  const { t } = useLingui()
  const { main, secondary, confidence } = navigation
  const below = confidence ? [confidence, ...secondary] : secondary
  const current = currentDestination([...main, ...below], path)

  return (
    <nav aria-label={navigation.label} className={clsx(styles.nav, rail && styles.rail)}>
      <Anchor href="/" className={styles.brand} aria-label={t`Viceversa, start page`}>
        {rail ? <Mark size={28} /> : <Logo size={28} />}
      </Anchor>
      {programme && !rail && <ProgrammeSwitcher programme={programme} items={programmeItems} />}
      <Destinations items={main} current={current} />
      <span className={styles.spacer} />
      <Destinations items={below} current={current} />
      <hr className={styles.line} />
      <SeatSwitcher person={person} items={seatItems} rail={rail} />
    </nav>
  )
}

function ProgrammeSwitcher({
  programme,
  items,
}: {
  programme: NonNullable<ShellProps['programme']>
  items: ShellProps['programmeItems']
}) {
  const { t } = useLingui()
  const { name, detail } = programme
  return (
    <Menu
      label={t`Programmes`}
      items={items}
      trigger={(trigger) => (
        <button type="button" {...trigger} className={styles.programme}>
          <VisuallyHidden>{t`Switch programme.`} </VisuallyHidden>
          <span className={styles.words}>
            <span className={styles.strong}>{name}</span>
            {detail && <span className={styles.detail}>{detail}</span>}
          </span>
          <IconSelector size={18} aria-hidden />
        </button>
      )}
    />
  )
}

function Destinations({ items, current }: { items: readonly NavItem[]; current: string | undefined }) {
  return (
    <ul className={styles.list}>
      {items.map((item) => (
        <li key={item.key}>
          <Anchor
            href={item.href}
            aria-current={item.key === current ? 'page' : undefined}
            className={clsx(styles.item, item.outlined && styles.outlined)}
          >
            <item.icon size={19} aria-hidden />
            <span className={styles.label}>{item.label}</span>
            {item.late ? (
              <span className={clsx(styles.count, styles.late)}>{item.late}</span>
            ) : (
              item.count !== undefined && <span className={styles.count}>{item.count}</span>
            )}
          </Anchor>
        </li>
      ))}
    </ul>
  )
}

function SeatSwitcher({
  person,
  items,
  rail,
}: {
  person: ShellProps['person']
  items: ShellProps['seatItems']
  rail: boolean
}) {
  const { t } = useLingui()
  const themeItems = useThemeItems()
  const { name, role, roleLabel } = person
  return (
    <Menu
      label={t`Your seats and settings`}
      side="above"
      items={[...items, ...themeItems]}
      trigger={(trigger) => (
        <button type="button" {...trigger} className={styles.seat}>
          <PersonAvatar name={name} role={role} size={rail ? 34 : 36} />
          {rail && (
            <VisuallyHidden>
              {name}, {roleLabel}
            </VisuallyHidden>
          )}
          {!rail && (
            <>
              <span className={styles.words}>
                <span className={styles.strong}>{name}</span>
                <span className={styles.detail}>
                  {role === 'mentor' || role === 'leader' ? (
                    <RoleWord role={role}>{roleLabel}</RoleWord>
                  ) : (
                    roleLabel
                  )}
                </span>
              </span>
              <IconSelector size={18} aria-hidden />
            </>
          )}
        </button>
      )}
    />
  )
}
