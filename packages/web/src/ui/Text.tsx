import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import styles from './Text.module.css'

type TextProps = {
  as?: 'p' | 'span' | 'div' | 'small' | 'strong' | 'time' | undefined
  size?: 'xs' | 'sm' | 'md' | 'lg' | 'read' | undefined
  /** 1 main, 2 secondary, 3 hints and captions; or a tone, always beside an icon or a word that says the same. */
  tone?: 1 | 2 | 3 | 'positive' | 'caution' | 'critical' | undefined
  weight?: 'regular' | 'medium' | 'strong' | undefined
  /** Figures of equal width, for columns of numbers. */
  figures?: boolean | undefined
  /** One line that ends in an ellipsis. */
  cut?: boolean | undefined
  dateTime?: string | undefined
  id?: string | undefined
  children: ReactNode
}

/** Running words in one of the few sizes and tones of the house. */
export function Text({ as: Element = 'p', size, tone, weight, figures, cut, children, ...rest }: TextProps) {
  const classes = [
    size && styles[size],
    tone && styles[`tone-${tone}`],
    weight && styles[weight],
    figures && styles.figures,
    cut && styles.cut,
  ]
  return (
    <Element {...rest} className={clsx(classes)}>
      {children}
    </Element>
  )
}
