import { Trans, useLingui } from '@lingui/react/macro'
import IconBell from '@tabler/icons-react/icons/IconBell'
import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight'
import IconSearch from '@tabler/icons-react/icons/IconSearch'
import { type ReactNode, useContext } from 'react'
import { createPortal } from 'react-dom'
import { Anchor } from '../../ui/Anchor.tsx'
import type { ShellProps } from './Shell.tsx'
import { ShellContext } from './shell-context.ts'
import styles from './TopBar.module.css'

type TopBarProps = {
  /** Where one is: "Control room". */
  place: string
  /** What lies above, outermost first. */
  trail?: readonly { label: string; href: string }[] | undefined
  /** Makes the place the page's `h1`, for pages that have no other. */
  heading?: boolean | undefined
  /** A tag about the state of the whole: "Running, week 15 of 27". */
  status?: ReactNode
  /** The page's own tools. They take the place of search, as in the matching studio. */
  tools?: ReactNode
}

/** What a page says in the bar over it. Rendered by the page, drawn by the shell. */
export function TopBar({ place, trail = [], heading, status, tools }: TopBarProps) {
  const { t } = useLingui()
  const target = useContext(ShellContext)?.topBar
  if (!target) return null
  const Place = heading ? 'h1' : 'strong'
  return createPortal(
    <>
      <nav aria-label={t`You are here`} className={styles.crumbs}>
        {trail.map(({ label, href }) => (
          <span key={href} className={styles.crumb}>
            <Anchor href={href}>{label}</Anchor>
            <IconChevronRight size={15} aria-hidden />
          </span>
        ))}
        <Place className={styles.place}>{place}</Place>
        {tools && status}
      </nav>
      {!tools && status}
      {tools && <div className={styles.tools}>{tools}</div>}
    </>,
    target,
  )
}

type FrameProps = Pick<ShellProps, 'onSearch' | 'notifications'> & {
  slot: (element: HTMLElement | null) => void
}

/** The bar itself, with what is on every page: search and notifications. */
export function TopBarFrame({ slot, onSearch, notifications }: FrameProps) {
  return (
    <div className={styles.bar}>
      <div ref={slot} className={styles.slot} />
      {onSearch && <SearchButton onSearch={onSearch} />}
      {notifications && <Bell {...notifications} className={styles.bell} />}
    </div>
  )
}

function SearchButton({ onSearch }: { onSearch: () => void }) {
  const key = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ K' : 'Ctrl K'
  return (
    <button type="button" className={styles.search} onClick={onSearch}>
      <IconSearch size={16} aria-hidden />
      <span>
        <Trans>Search</Trans>
      </span>
      <kbd>{key}</kbd>
    </button>
  )
}

/** The way to the notifications, with a red dot and a spoken number while some are new. */
export function Bell({
  unread,
  href,
  size = 19,
  className,
}: {
  unread: number
  href: string
  size?: number
  className?: string | undefined
}) {
  const { t } = useLingui()
  return (
    <Anchor
      href={href}
      className={className}
      aria-label={unread > 0 ? t`Notifications, ${unread} new` : t`Notifications`}
    >
      <IconBell size={size} aria-hidden />
      {unread > 0 && <span className={styles.dot} />}
    </Anchor>
  )
}
