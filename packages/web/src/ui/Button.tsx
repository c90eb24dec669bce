import { clsx } from 'clsx'
import { type ComponentPropsWithRef, type MouseEvent, type ReactNode, useId } from 'react'
import { Anchor } from './Anchor.tsx'
import styles from './Button.module.css'
import type { IconType } from './icon.ts'
import { Spinner } from './Spinner.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'destructive'

type Look = {
  variant?: ButtonVariant | undefined
  size?: 'small' | 'medium' | 'large' | undefined
  /** As wide as its container. */
  wide?: boolean | undefined
  icon?: IconType | undefined
}

type ButtonProps = Omit<ComponentPropsWithRef<'button'>, 'disabled'> &
  Look & {
    /** The verb of what is happening ("Saving"). While set, presses do nothing and the button says so. */
    busy?: string | false | undefined
    /** Why the button cannot be used now. It stays focusable, and the reason is shown on hover, on focus and read out. */
    disabledReason?: string | undefined
  }

/** Does something here and now. One `primary` per view; `destructive` is never the default. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  wide,
  icon: Icon,
  busy,
  disabledReason,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const held = Boolean(busy || disabledReason)

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (held) event.preventDefault()
    else onClick?.(event)
  }

  return (
    <span className={clsx(styles.holder, wide && styles.wide)}>
      <button
        {...rest}
        type={type}
        className={clsx(look({ variant, size, wide }), className)}
        aria-disabled={held || undefined}
        aria-busy={busy ? true : undefined}
        aria-describedby={clsx(disabledReason && reasonId, rest['aria-describedby']) || undefined}
        onClick={press}
      >
        {busy ? <Spinner size={17} /> : Icon && <Icon size={17} aria-hidden />}
        {busy || children}
      </button>
      {disabledReason && (
        <span id={reasonId} className={styles.reason}>
          {disabledReason}
        </span>
      )}
    </span>
  )
}

/** Looks like a button and goes somewhere. */
export function LinkButton({
  variant = 'secondary',
  size = 'medium',
  wide,
  icon: Icon,
  className,
  children,
  ...rest
}: ComponentPropsWithRef<typeof Anchor> & Look) {
  return (
    <Anchor {...rest} className={clsx(look({ variant, size, wide }), className)}>
      {Icon && <Icon size={17} aria-hidden />}
      {children}
    </Anchor>
  )
}

type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children'> & {
  icon: IconType
  /** The accessible name; also shown as a tooltip. */
  label: string
  bordered?: boolean | undefined
  /** A red dot: something new waits behind it. The label must say so too. */
  dot?: boolean | undefined
}

/** A square button with an icon everybody knows, and a name for those who do not see it. Set `aria-pressed` for a toggle. */
export function IconButton({
  icon: Icon,
  label,
  bordered,
  dot,
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      title={label}
      className={clsx(styles.icon, bordered && styles.bordered, className)}
    >
      <Icon size={19} aria-hidden />
      <VisuallyHidden>{label}</VisuallyHidden>
      {dot && <span className={styles.dot} />}
    </button>
  )
}

/** A button that reads as a link inside a sentence or a section header. */
export function TextButton({
  className,
  type = 'button',
  children,
  ...rest
}: ComponentPropsWithRef<'button'> & { children: ReactNode }) {
  return (
    <button {...rest} type={type} className={clsx(styles.text, className)}>
      {children}
    </button>
  )
}

function look({ variant = 'secondary', size = 'medium', wide }: Look): string {
  return clsx(styles.button, styles[variant], styles[size], wide && styles.wide)
}
