import type { ComponentType } from 'react'

/**
 * An icon as a component may ask for it: Tabler's outline set, imported one by one so that only the used ones ship
 * (`import IconCheck from '@tabler/icons-react/icons/IconCheck'`). The component that receives it sets the size.
 */
export type IconType = ComponentType<{
  size?: string | number
  className?: string
  'aria-hidden'?: boolean | 'true' | 'false'
}>
