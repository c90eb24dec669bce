import { Trans } from '@lingui/react/macro'
import styles from './SkipLink.module.css'

/** The first thing the keyboard reaches: past the navigation to `#main`. */
export function SkipLink() {
  return (
    <a href="#main" className={styles.skip}>
      <Trans>Skip to the content</Trans>
    </a>
  )
}
