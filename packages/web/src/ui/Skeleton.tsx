import { Trans } from '@lingui/react/macro'
import styles from './Skeleton.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

type SkeletonProps = {
  /** How many lines the real content will have. */
  lines?: number | undefined
  /** Height of one line in px; 44 for rows of a table. */
  height?: number | undefined
}

/** The place of content that is on its way. It appears after 300 ms, so that quick answers do not flicker. */
export function Skeleton({ lines = 3, height = 20 }: SkeletonProps) {
  return (
    <div className={styles.skeleton} role="status">
      <VisuallyHidden>
        <Trans>Loading</Trans>
      </VisuallyHidden>
      {Array.from({ length: lines }, (_, line) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all the same
          key={line}
          className={styles.line}
          style={{ height, inlineSize: `${100 - ((line * 13) % 31)}%` }}
        />
      ))}
    </div>
  )
}
