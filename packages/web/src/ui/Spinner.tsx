import styles from './Spinner.module.css'

/** A turning arc for one to four seconds of waiting, always beside a verb; longer work is a `JobProgress`. */
export function Spinner({ size = 17 }: { size?: number }) {
  return (
    <svg className={styles.spinner} width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M12 3a9 9 0 1 0 9 9" />
    </svg>
  )
}
