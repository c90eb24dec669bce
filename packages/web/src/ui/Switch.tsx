import IconLock from '@tabler/icons-react/icons/IconLock'
import { clsx } from 'clsx'
import { type ReactNode, useId, useRef } from 'react'
import styles from './Switch.module.css'

type SwitchProps = {
  checked: boolean
  onChange: (checked: boolean) => void
  label: ReactNode
  hint?: ReactNode
  /** At the far end of the line, for example how many pairs the rule rules out. */
  aside?: ReactNode
  /** Why it cannot be changed here. */
  disabledReason?: string | undefined
}

/** Something that is on or off and takes effect at once. For answers that are sent later use a `Checkbox`. */
export function Switch({ checked, onChange, label, hint, aside, disabledReason }: SwitchProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const about = disabledReason ?? hint
  return (
    <div className={styles.line}>
      <button
        ref={button}
        type="button"
        role="switch"
        aria-checked={checked}
        aria-labelledby={`${id}-label`}
        aria-describedby={about ? `${id}-hint` : undefined}
        aria-disabled={disabledReason ? true : undefined}
        className={styles.switch}
        onClick={() => !disabledReason && onChange(!checked)}
      >
        {disabledReason && <IconLock size={12} aria-hidden className={styles.lock} />}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a larger pointer target for the button beside it */}
      <span
        className={clsx(styles.words, !disabledReason && styles.pressable)}
        // Through the button, which does nothing where a form holds it.
        onClick={() => button.current?.click()}
      >
        <span id={`${id}-label`} className={styles.label}>
          {label}
        </span>
        {about && (
          <span id={`${id}-hint`} className={styles.hint}>
            {about}
          </span>
        )}
      </span>
      {aside && <span className={styles.aside}>{aside}</span>}
    </div>
  )
}
