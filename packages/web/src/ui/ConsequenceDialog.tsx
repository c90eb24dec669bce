import { clsx } from 'clsx'
import { type ReactNode, useId, useState } from 'react'
import { Button } from './Button.tsx'
import styles from './ConsequenceDialog.module.css'
import { Dialog } from './Dialog.tsx'
import type { IconType } from './icon.ts'
import { TextField } from './TextField.tsx'

type ConsequenceDialogProps = {
  open: boolean
  onClose: () => void
  /** A question with numbers: "Propose 22 pairs to 44 people?" */
  title: ReactNode
  /** What happens, to whom, and whether it can be undone. */
  consequences: readonly { icon: IconType; text: ReactNode }[]
  children?: ReactNode
  /** Verb and object again: "Propose 22 pairs". */
  confirmLabel: string
  /** What one returns to: "Keep editing". */
  cancelLabel: string
  onConfirm: () => void
  busy?: string | false | undefined
  destructive?: boolean | undefined
  /** For what cannot be undone: these exact words must be typed first. */
  typeToConfirm?: { label: string; words: string; mismatch: string } | undefined
}

/** Asks before something that reaches other people or cannot be taken back. Focus starts on the question. */
export function ConsequenceDialog({
  consequences,
  children,
  confirmLabel,
  cancelLabel,
  onConfirm,
  busy,
  destructive,
  typeToConfirm,
  ...dialog
}: ConsequenceDialogProps) {
  const fieldId = useId()
  const [typed, setTyped] = useState('')
  const [mismatch, setMismatch] = useState(false)

  function confirm() {
    if (typeToConfirm && typed.trim() !== typeToConfirm.words) {
      setMismatch(true)
      document.getElementById(fieldId)?.focus()
      return
    }
    onConfirm()
  }

  return (
    <Dialog
      {...dialog}
      role="alertdialog"
      width="medium"
      actions={
        <>
          <Button variant="quiet" onClick={dialog.onClose}>
            {cancelLabel}
          </Button>
          <Button variant={destructive ? 'destructive' : 'primary'} busy={busy} onClick={confirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <ul className={clsx(styles.consequences)}>
        {consequences.map(({ icon: Icon, text }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list of sentences
          <li key={index}>
            <Icon size={18} aria-hidden />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {children}
      {typeToConfirm && (
        <TextField
          id={fieldId}
          label={typeToConfirm.label}
          value={typed}
          onChange={(value) => {
            setTyped(value)
            setMismatch(false)
          }}
          error={mismatch ? typeToConfirm.mismatch : undefined}
          autoComplete="off"
        />
      )}
    </Dialog>
  )
}
