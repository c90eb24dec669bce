import type { ReactNode } from 'react'
import styles from './DescriptionList.module.css'

/** Facts about one thing: a term and what it is. */
export function DescriptionList({ items }: { items: readonly { term: ReactNode; detail: ReactNode }[] }) {
  return (
    <dl className={styles.list}>
      {items.map(({ term, detail }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of facts
        <div key={index} className={styles.line}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
    </dl>
  )
}
