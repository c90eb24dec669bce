import { Trans } from '@lingui/react/macro'
import IconFileUpload from '@tabler/icons-react/icons/IconFileUpload'
import { clsx } from 'clsx'
import { type DragEvent, useState } from 'react'
import { Field, type FieldProps } from './Field.tsx'
import styles from './FileDrop.module.css'

type FileDropProps = Omit<FieldProps, 'width' | 'fix'> & {
  /** File name endings and types, as in the `accept` attribute: ".csv,text/csv". */
  accept?: string | undefined
  onFile: (file: File) => void
  /** The chosen file's name, once there is one. */
  fileName?: string | undefined
}

/** A file, dropped or chosen. What it may be is checked by whoever reads it, not by its name. */
export function FileDrop({ accept, onFile, fileName, ...field }: FileDropProps) {
  const [over, setOver] = useState(false)

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file) onFile(file)
  }

  return (
    <Field {...field}>
      {(control) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the input inside is the control
        <span
          className={clsx(styles.area, over && styles.over)}
          onDragOver={(event) => {
            event.preventDefault()
            setOver(true)
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <IconFileUpload size={24} aria-hidden />
          <span className={styles.words}>
            <strong>{fileName ?? <Trans>Choose a file</Trans>}</strong>
            <span className={styles.hint}>
              <Trans>or drop one here</Trans>
            </span>
          </span>
          <input
            {...control}
            type="file"
            accept={accept}
            className={styles.input}
            onChange={(event) => {
              const file = event.target.files?.[0]
              if (file) onFile(file)
              // The same file may be chosen again after it was mended.
              event.target.value = ''
            }}
          />
        </span>
      )}
    </Field>
  )
}
