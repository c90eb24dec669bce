import { useLingui } from '@lingui/react/macro'
import IconSearch from '@tabler/icons-react/icons/IconSearch'
import IconX from '@tabler/icons-react/icons/IconX'
import { useCallback, useEffect, useRef, useState } from 'react'
import { IconButton } from './Button.tsx'
import styles from './SearchField.module.css'

type SearchFieldProps = {
  /** The accessible name: "Search people". */
  label: string
  /** What can be searched for: "Name, job or e-mail". */
  placeholder?: string | undefined
  value: string
  /** Called 250 ms after the last key, at once on Enter and on clearing. */
  onSearch: (value: string) => void
}

const PAUSE_AFTER_LAST_KEY_MS = 250

/** Narrows a list down. Waits for a pause in typing, because the server does the searching. */
export function SearchField({ label, placeholder, value, onSearch }: SearchFieldProps) {
  const { t } = useLingui()
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const search = useRef(onSearch)
  search.current = onSearch

  useEffect(() => {
    // Someone else changed the search, for example the address or a removed chip.
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])

  const send = useCallback((next: string) => {
    sent.current = next
    setText(next)
    search.current(next)
  }, [])

  useEffect(() => {
    if (text === sent.current) return
    const timer = setTimeout(() => send(text), PAUSE_AFTER_LAST_KEY_MS)
    return () => clearTimeout(timer)
  }, [text, send])

  return (
    <search className={styles.field}>
      <IconSearch size={16} aria-hidden />
      <input
        type="search"
        aria-label={label}
        placeholder={placeholder}
        className={styles.input}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') send(text)
          if (event.key === 'Escape' && text) send('')
        }}
      />
      {text && (
        <IconButton
          icon={IconX}
          label={t`Clear the search`}
          onClick={() => send('')}
          className={styles.clear}
        />
      )}
    </search>
  )
}
