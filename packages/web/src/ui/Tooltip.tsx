import { type ReactElement, type ReactNode, useId } from 'react'
import styles from './Tooltip.module.css'

type TooltipProps = {
  /** A short addition; never the only place where something important is said. */
  text: ReactNode
  side?: 'above' | 'below' | 'end' | undefined
  /** One focusable element; give it the id as `aria-describedby`. */
  children: (describedBy: string) => ReactElement
}

/** A word or two on hover and on focus. Escape-free because it covers nothing and needs no dismissal. */
export function Tooltip({ text, side = 'above', children }: TooltipProps) {
  const id = useId()
  return (
    <span className={styles.holder}>
      {children(id)}
      <span role="tooltip" id={id} className={styles.tip} data-side={side}>
        {text}
      </span>
    </span>
  )
}
