import encodeQR from 'qr'
import { useMemo } from 'react'
import styles from './Setting.module.css'

/** Text as a QR code, dark on white in both themes because cameras expect it. The same must stand beside it as text. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const cells = useMemo(() => encodeQR(text, 'raw'), [text])
  const path = cells
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${cells.length} ${cells.length}`}
      className={styles.qr}
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
