import { useLingui } from '@lingui/react/macro'
import IconAlertCircle from '@tabler/icons-react/icons/IconAlertCircle'
import IconCircleCheck from '@tabler/icons-react/icons/IconCircleCheck'
import IconX from '@tabler/icons-react/icons/IconX'
import { clsx } from 'clsx'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { IconButton, TextButton } from './Button.tsx'
import styles from './ToastRegion.module.css'
import { dismissToast, type Toast, toastStore } from './toasts.ts'

/** Where `toast(…)` appears; once per application. Polite for screen readers, and reachable with F6 like any region. */
export function ToastRegion() {
  const { t } = useLingui()
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.current)
  return (
    <section aria-label={t`Messages from Viceversa`} className={styles.region}>
      <ol aria-live="polite" aria-relevant="additions">
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} />
        ))}
      </ol>
    </section>
  )
}

function ToastCard({ toast }: { toast: Toast }) {
  const { t } = useLingui()
  const Icon = toast.tone === 'critical' ? IconAlertCircle : IconCircleCheck
  const close = () => dismissToast(toast.id)
  return (
    <li className={clsx(styles.toast, styles[toast.tone])}>
      <Icon size={19} aria-hidden />
      <span className={styles.message}>{toast.message}</span>
      {toast.action && (
        <TextButton
          onClick={() => {
            toast.action?.onPress()
            close()
          }}
        >
          {toast.action.label}
        </TextButton>
      )}
      {toast.until !== undefined && <Countdown until={toast.until} />}
      <IconButton icon={IconX} label={t`Dismiss`} onClick={close} className={styles.close} />
    </li>
  )
}

/** Minutes and seconds left. Not announced: a clock that speaks every second helps nobody. */
function Countdown({ until }: { until: number }) {
  const [left, setLeft] = useState(() => secondsUntil(until))
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(until)), 1000)
    return () => clearInterval(timer)
  }, [until])
  return (
    <span className={styles.countdown} aria-hidden="true">
      {Math.floor(left / 60)}:{String(left % 60).padStart(2, '0')}
    </span>
  )
}

function secondsUntil(until: number): number {
  return Math.max(0, Math.round((until - Date.now()) / 1000))
}
