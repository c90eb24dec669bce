import { useLingui } from '@lingui/react/macro'
import IconX from '@tabler/icons-react/icons/IconX'
import { clsx } from 'clsx'
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './Button.tsx'
import styles from './Dialog.module.css'

export type DialogProps = {
  open: boolean
  /** Escape, the close button or a press beside the dialog. */
  onClose: () => void
  title: ReactNode
  children: ReactNode
  /** Buttons, the confirming one last. */
  actions?: ReactNode
  width?: 'narrow' | 'medium' | 'wide' | undefined
  /** `alertdialog` interrupts to ask before something happens; it is not closed by a press beside it. */
  role?: 'dialog' | 'alertdialog' | undefined
  /** Says that the dialog's own content (a search field) takes focus; otherwise the heading does. */
  ownsFocus?: boolean | undefined
  hideHeading?: boolean | undefined
}

/** A modal dialog in the browser's top layer: the page behind is inert, and focus returns to where it came from. */
export function Dialog({ open, ...dialog }: DialogProps) {
  return open ? <OpenDialog {...dialog} /> : null
}

function OpenDialog({
  onClose,
  title,
  children,
  actions,
  width = 'medium',
  role = 'dialog',
  ownsFocus,
  hideHeading,
}: Omit<DialogProps, 'open'>) {
  const { t } = useLingui()
  const headingId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)

  useEffect(() => {
    const openedFrom = document.activeElement
    dialog.current?.showModal()
    const own = ownsFocus ? dialog.current?.querySelector('input') : undefined
    ;(own ?? heading.current)?.focus()
    return () => {
      if (openedFrom instanceof HTMLElement) openedFrom.focus()
    }
  }, [ownsFocus])

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the keyboard's way and arrives as `cancel`
    <dialog
      ref={dialog}
      role={role}
      aria-modal="true"
      aria-labelledby={headingId}
      className={clsx(styles.dialog, styles[width], ownsFocus && styles.high)}
      onCancel={(event) => {
        // React keeps the state; the browser must not close the element on its own.
        event.preventDefault()
        if (event.target === dialog.current) onClose()
      }}
      onClick={(event) => {
        if (role === 'dialog' && event.target === dialog.current) onClose()
      }}
    >
      <div className={styles.inside}>
        <header className={clsx(styles.head, hideHeading && styles.hidden)}>
          <h2 ref={heading} id={headingId} tabIndex={-1} className={styles.heading}>
            {title}
          </h2>
          {role === 'dialog' && (
            <IconButton icon={IconX} label={t`Close`} onClick={onClose} className={styles.close} />
          )}
        </header>
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </dialog>
  )
}
