import { clsx } from 'clsx'
import { type ReactNode, useId, useState } from 'react'
import styles from './Popover.module.css'

/** What the button that opens a popover must carry; the browser then toggles, dismisses, and gives focus back. */
export type PopoverTrigger = { popoverTarget: string; 'aria-expanded': boolean; 'aria-controls': string }

type PopoverProps = {
  trigger: (trigger: PopoverTrigger) => ReactNode
  /** The accessible name of what opens. */
  label: string
  /** Along which edge of the trigger it lines up. */
  align?: 'start' | 'end' | undefined
  /** Above or below the trigger; the browser flips it where there is no room. */
  side?: 'above' | 'below' | undefined
  children: ReactNode | ((close: () => void) => ReactNode)
}

/** A small panel next to a button, in the browser's top layer. Escape and a press elsewhere close it. */
export function Popover({ trigger, label, align = 'start', side = 'below', children }: PopoverProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const close = () => document.getElementById(id)?.hidePopover()
  return (
    <>
      {trigger({ popoverTarget: id, 'aria-expanded': open, 'aria-controls': id })}
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className={clsx(styles.popover, styles.panel, styles[align], styles[side])}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {open && (typeof children === 'function' ? children(close) : children)}
      </div>
    </>
  )
}
