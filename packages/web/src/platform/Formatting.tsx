import { useLingui } from '@lingui/react'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type Formatter, formatterFor, regionalLocale } from './format.ts'

const FormatContext = createContext<Formatter | undefined>(undefined)

type FormattingProps = {
  /** The person's own IANA time zone; without it the device's. */
  timeZone?: string | undefined
  children: ReactNode
}

/** Gives everything below dates and numbers in the language of the interface and the person's own time zone. */
export function Formatting({ timeZone, children }: FormattingProps) {
  const { i18n } = useLingui()
  const zone = timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const formatter = useMemo(
    () => formatterFor({ locale: regionalLocale(i18n.locale), timeZone: zone }),
    [i18n.locale, zone],
  )
  return <FormatContext value={formatter}>{children}</FormatContext>
}

/** `const format = useFormat()`, then `format.date('2026-06-16')`. */
export function useFormat(): Formatter {
  const formatter = useContext(FormatContext)
  if (!formatter) throw new Error('useFormat needs <Formatting> above it')
  return formatter
}
