import { useLingui } from '@lingui/react/macro'
import IconChevronDown from '@tabler/icons-react/icons/IconChevronDown'
import IconDots from '@tabler/icons-react/icons/IconDots'
import { clsx } from 'clsx'
import { Anchor } from '../../ui/Anchor.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import styles from './MobileBars.module.css'
import { currentDestination, type NavItem } from './navigation.ts'
import type { FrameProps } from './Shell.tsx'
import { Bell } from './TopBar.tsx'
import { useThemeItems } from './theme-items.ts'

/** The bar over a page on a phone: where one is, contact in confidence, notifications. */
export function MobileTop({ programme, programmeItems, seatItems, navigation, notifications }: FrameProps) {
  const { t } = useLingui()
  const themeItems = useThemeItems()
  const { confidence } = navigation
  return (
    <div className={styles.top}>
      <Menu
        label={t`Programmes, seats and settings`}
        items={[...programmeItems, ...asSection(seatItems), ...themeItems]}
        trigger={(trigger) => (
          <button type="button" {...trigger} className={styles.programme}>
            <Mark size={26} />
            <span className={styles.name}>{programme?.name ?? 'Viceversa'}</span>
            <IconChevronDown size={16} aria-hidden />
          </button>
        )}
      />
      {confidence && (
        <Anchor href={confidence.href} aria-label={confidence.label} className={styles.icon}>
          <confidence.icon size={22} aria-hidden />
        </Anchor>
      )}
      {notifications && <Bell {...notifications} size={22} className={styles.icon} />}
    </div>
  )
}

/** Five labelled tabs; where there are more destinations the fifth is More. */
export function MobileTabs({ navigation, path }: FrameProps) {
  const { t } = useLingui()
  const all = [...navigation.main, ...navigation.secondary]
  const shown = navigation.tabs.flatMap((key) => all.filter((item) => item.key === key))
  const hidden = all.filter((item) => !navigation.tabs.includes(item.key))
  const tabs = hidden.length > 0 ? shown.slice(0, 4) : shown.slice(0, 5)
  const under = hidden.concat(shown.slice(tabs.length))
  const current = currentDestination(all, path)

  return (
    <nav aria-label={t`Tabs`} className={styles.tabs}>
      {tabs.map((item) => (
        <Anchor
          key={item.key}
          href={item.href}
          aria-current={item.key === current ? 'page' : undefined}
          className={styles.tab}
        >
          <item.icon size={24} aria-hidden />
          <span>{item.label}</span>
          <Badge item={item} />
        </Anchor>
      ))}
      {under.length > 0 && (
        <Menu
          label={t`More`}
          side="above"
          align="end"
          items={under.map(({ key, label, icon, href }) => ({ key, label, icon, href }))}
          trigger={(trigger) => (
            <button
              type="button"
              {...trigger}
              className={clsx(styles.tab)}
              aria-current={under.some(({ key }) => key === current) ? 'true' : undefined}
            >
              <IconDots size={24} aria-hidden />
              <span>{t`More`}</span>
            </button>
          )}
        />
      )}
    </nav>
  )
}

/** Only what is late or unread earns a badge on a phone. */
function Badge({ item }: { item: NavItem }) {
  if (!item.late) return null
  return (
    <span className={styles.badge}>
      {Number.parseInt(item.late, 10) || ''}
      <VisuallyHidden>{item.late}</VisuallyHidden>
    </span>
  )
}

function asSection(items: readonly MenuItem[]): MenuItem[] {
  return items.map((item, index) => (index === 0 ? { ...item, section: item.section ?? true } : item))
}
