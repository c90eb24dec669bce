import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Logo } from '../../ui/Mark.tsx'
import { ToastRegion } from '../../ui/ToastRegion.tsx'
import { PatternWall } from './PatternWall.tsx'
import styles from './SplitSignIn.module.css'

type SplitSignInProps = {
  /** Whose installation this is. */
  organisation?: string | undefined
  title: ReactNode
  lead?: ReactNode
  /** The form. */
  children: ReactNode
  /** Where the server stands, what is stored, language. */
  footer?: ReactNode
  /** A card on the wall: a quotation that both people agreed to. */
  quote?: ReactNode
}

/** The door: a form on the left, the pattern wall on the right, above it on phones. */
export function SplitSignIn({ organisation, title, lead, children, footer, quote }: SplitSignInProps) {
  const { t } = useLingui()
  return (
    <div className={styles.entry}>
      <main id="main" className={styles.left}>
        <Logo size={34} />
        <div className={styles.box}>
          {organisation && <p className={styles.organisation}>{organisation}</p>}
          <h1 className={styles.title}>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
          {children}
        </div>
        {footer && <footer className={styles.footer}>{footer}</footer>}
      </main>
      <div className={styles.right}>
        <PatternWall className={styles.wall} />
        {quote && (
          <aside aria-label={t`From the programme`}>
            <figure className={styles.quote}>{quote}</figure>
          </aside>
        )}
      </div>
      <ToastRegion />
    </div>
  )
}

/** “or by e-mail”, between two ways in. */
export function OrLine({ children }: { children: ReactNode }) {
  return (
    <div className={styles.or}>
      <span>{children}</span>
    </div>
  )
}
