import { clsx } from 'clsx'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { useMediaQuery } from '../../platform/useMediaQuery.ts'
import { useShortcut } from '../../platform/useShortcut.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import type { Role } from '../../ui/role.ts'
import { ToastRegion } from '../../ui/ToastRegion.tsx'
import { MobileTabs, MobileTop } from './MobileBars.tsx'
import type { Navigation } from './navigation.ts'
import styles from './Shell.module.css'
import { SideNav } from './SideNav.tsx'
import { SkipLink } from './SkipLink.tsx'
import { ordinaryMode, ShellContext } from './shell-context.ts'
import { TopBarFrame } from './TopBar.tsx'

export type ShellProps = {
  /** Pathname of the page that is shown. */
  path: string
  navigation: Navigation
  /** The programme one is in; none before the first is created or on pages of the whole organisation. */
  programme?: { name: string; detail?: string | undefined } | undefined
  programmeItems: readonly MenuItem[]
  person: { name: string; role: Role; roleLabel: string }
  /** Other seats, profile, sign out. Light and dark are added here. */
  seatItems: readonly MenuItem[]
  notifications?: { unread: number; href: string } | undefined
  onSearch?: (() => void) | undefined
  onShortcuts?: (() => void) | undefined
  /** Always a rail, whatever the width; pages ask for it with `useShellMode`. */
  rail?: boolean | undefined
  /** A banner over everything on the sheet: offline, rehearsal. */
  banner?: ReactNode
  children: ReactNode
}

/** What the parts of the frame are told. */
export type FrameProps = Omit<ShellProps, 'children' | 'rail' | 'banner'>

/** The frame of every signed-in page: navigation, sheet, top bar; on phones a top bar and tabs. Knows no room. */
export function Shell({ rail: alwaysRail = false, banner, children, ...shell }: ShellProps) {
  const [topBar, setTopBar] = useState<HTMLElement | null>(null)
  const [mode, setMode] = useState(ordinaryMode)
  const slots = useMemo(() => ({ topBar, setMode }), [topBar])
  const medium = useMediaQuery('(max-width: 1179px)')
  const rail = alwaysRail || mode.rail || medium
  const main = useFocusOnNavigation(shell.path)
  useShortcut('mod+k', shell.onSearch)
  useShortcut('?', shell.onShortcuts)

  return (
    <ShellContext value={slots}>
      <SkipLink />
      <div className={clsx(styles.app, rail && styles.rail)}>
        <SideNav {...shell} rail={rail} />
        <div className={clsx(styles.sheet, mode.fill && styles.fill)}>
          <header className={styles.header}>
            <MobileTop {...shell} />
            <TopBarFrame slot={setTopBar} onSearch={shell.onSearch} notifications={shell.notifications} />
          </header>
          {banner}
          <main
            id="main"
            ref={main}
            tabIndex={-1}
            className={clsx(styles.main, mode.fill ? styles.mainFill : styles.page)}
          >
            {children}
          </main>
        </div>
        <MobileTabs {...shell} />
      </div>
      <ToastRegion />
    </ShellContext>
  )
}

/** After a change of page the keyboard and the screen reader start at its content, not where the link was. */
function useFocusOnNavigation(path: string) {
  const main = useRef<HTMLElement>(null)
  const shown = useRef(path)
  useEffect(() => {
    if (shown.current === path) return
    shown.current = path
    main.current?.focus({ preventScroll: true })
  }, [path])
  return main
}
