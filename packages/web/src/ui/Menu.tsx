import IconCheck from '@tabler/icons-react/icons/IconCheck'
import { clsx } from 'clsx'
import { Fragment, type KeyboardEvent, type ReactNode, type ToggleEvent, useId, useState } from 'react'
import { Anchor } from './Anchor.tsx'
import type { IconType } from './icon.ts'
import styles from './Menu.module.css'
import popover from './Popover.module.css'

export type MenuItem = {
  key: string
  label: ReactNode
  /** A quieter second line. */
  detail?: ReactNode
  icon?: IconType | undefined
  /** An avatar or a mark instead of an icon. */
  picture?: ReactNode
  /** Goes there … */
  href?: string | undefined
  /** … or does this. */
  onSelect?: (() => void) | undefined
  /** One of several: which of them holds now. */
  checked?: boolean | undefined
  destructive?: boolean | undefined
  /** A line above, with a heading where words are given. */
  section?: boolean | string | undefined
}

/** What the button that opens a menu must carry. */
export type MenuTrigger = {
  popoverTarget: string
  'aria-haspopup': 'menu'
  'aria-expanded': boolean
  'aria-controls': string
}

type MenuProps = {
  trigger: (trigger: MenuTrigger) => ReactNode
  label: string
  items: readonly MenuItem[]
  align?: 'start' | 'end' | undefined
  side?: 'above' | 'below' | undefined
}

/**
 * Actions or places behind a button. Arrow keys, Home, End and first letters move; Escape and a press elsewhere close,
 * and focus returns to the button.
 */
export function Menu({ trigger, label, items, align = 'start', side = 'below' }: MenuProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const close = () => document.getElementById(id)?.hidePopover()

  function toggled(event: ToggleEvent<HTMLDivElement>) {
    const nowOpen = event.newState === 'open'
    setOpen(nowOpen)
    if (nowOpen) focusFirst(event.currentTarget)
  }

  return (
    <>
      {trigger({ popoverTarget: id, 'aria-haspopup': 'menu', 'aria-expanded': open, 'aria-controls': id })}
      <div
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className={clsx(popover.popover, popover[align], popover[side], styles.menu)}
        onToggle={toggled}
        onKeyDown={moveFocus}
      >
        {items.map((item) => (
          <Fragment key={item.key}>
            {item.section && <SectionLine heading={item.section} />}
            <Item item={item} close={close} />
          </Fragment>
        ))}
      </div>
    </>
  )
}

function SectionLine({ heading }: { heading: true | string }) {
  return (
    <>
      <hr className={styles.line} />
      {heading !== true && (
        <div className={styles.heading} role="presentation">
          {heading}
        </div>
      )}
    </>
  )
}

function Item({ item, close }: { item: MenuItem; close: () => void }) {
  const { label, detail, icon: Icon, picture, href, onSelect, checked, destructive } = item
  const content = (
    <>
      {picture ?? (Icon && <Icon size={18} aria-hidden />)}
      <span className={styles.words}>
        <span>{label}</span>
        {detail && <span className={styles.detail}>{detail}</span>}
      </span>
      {checked && <IconCheck size={16} aria-hidden />}
    </>
  )
  const common = {
    role: checked === undefined ? 'menuitem' : 'menuitemradio',
    'aria-checked': checked,
    tabIndex: -1,
    className: clsx(styles.item, destructive && styles.destructive),
    onClick: () => {
      close()
      onSelect?.()
    },
  }
  if (href !== undefined) {
    return (
      <Anchor {...common} href={href}>
        {content}
      </Anchor>
    )
  }
  return (
    <button {...common} type="button">
      {content}
    </button>
  )
}

function itemsOf(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
}

function focusFirst(menu: HTMLElement) {
  const items = itemsOf(menu)
  const checked = items.find((item) => item.getAttribute('aria-checked') === 'true')
  ;(checked ?? items[0])?.focus()
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const items = itemsOf(event.currentTarget)
  const at = items.indexOf(document.activeElement as HTMLElement)
  const next = nextFocus(event.key, items, at)
  if (!next) return
  event.preventDefault()
  next.focus()
}

function nextFocus(key: string, items: HTMLElement[], at: number): HTMLElement | undefined {
  const from = (index: number) => items.at(index % items.length)
  if (key === 'ArrowDown') return from(at + 1)
  if (key === 'ArrowUp') return from(at <= 0 ? -1 : at - 1)
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  if (key.length !== 1 || key === ' ') return undefined
  const rest = [...items.slice(at + 1), ...items.slice(0, at + 1)]
  return rest.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(key.toLocaleLowerCase()))
}
