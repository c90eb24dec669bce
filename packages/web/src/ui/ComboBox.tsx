import { Plural, Trans, useLingui } from '@lingui/react/macro'
import IconChevronDown from '@tabler/icons-react/icons/IconChevronDown'
import { clsx } from 'clsx'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import styles from './ComboBox.module.css'
import { Field, type FieldProps } from './Field.tsx'
import input from './Input.module.css'
import popover from './Popover.module.css'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export type ComboOption = {
  key: string
  label: string
  detail?: ReactNode
  /** An avatar. */
  picture?: ReactNode
}

type ComboBoxProps = FieldProps & {
  /** What is chosen now; null for nothing. */
  value: ComboOption | null
  onChange: (option: ComboOption | null) => void
  /** Those that fit what is typed. With `onQuery` the server decides which; otherwise they are narrowed down here. */
  options: readonly ComboOption[]
  /** Called with each change of what is typed; wait for a pause before asking a server. */
  onQuery?: ((query: string) => void) | undefined
  searching?: boolean | undefined
  placeholder?: string | undefined
}

/**
 * One of many: a person out of ten thousand, a time zone. Type to narrow down, arrow keys and Enter to choose, Escape
 * to leave things as they were. Emptying the field chooses nobody.
 */
export function ComboBox({
  value,
  onChange,
  options,
  onQuery,
  searching,
  placeholder,
  ...field
}: ComboBoxProps) {
  const { t } = useLingui()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const open = query !== null
  const shown =
    onQuery || !query ? options : options.filter(({ label }) => plain(label).includes(plain(query)))
  const current = Math.min(active, shown.length - 1)

  function start(text: string) {
    setQuery(text)
    setActive(0)
    onQuery?.(text)
    if (!list.current?.matches(':popover-open')) list.current?.showPopover()
  }

  function stop() {
    setQuery(null)
    if (list.current?.matches(':popover-open')) list.current.hidePopover()
  }

  function choose(option: ComboOption | undefined) {
    if (option) onChange(option)
    stop()
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) {
      event.preventDefault()
      if (!open) return start('')
      const next = (current + step + shown.length) % Math.max(1, shown.length)
      setActive(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && open) {
      event.preventDefault()
      choose(shown[current])
    } else if (event.key === 'Escape' && open) {
      // The dialog around it, if there is one, stays open.
      event.preventDefault()
      event.stopPropagation()
      stop()
    }
  }

  return (
    <Field {...field}>
      {(control) => (
        <div className={styles.holder}>
          <span className={clsx(input.input, input.box, styles.anchor)}>
            {!open && value?.picture}
            <input
              {...control}
              role="combobox"
              aria-expanded={open}
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={open && shown.length > 0 ? `${id}-${current}` : undefined}
              autoComplete="off"
              placeholder={placeholder}
              className={input.bare}
              value={query ?? value?.label ?? ''}
              onChange={(event) => {
                if (event.target.value === '') onChange(null)
                start(event.target.value)
              }}
              onClick={() => !open && start('')}
              onKeyDown={press}
              onBlur={stop}
            />
            <IconChevronDown size={18} aria-hidden />
          </span>
          {/* Opened by the program, so that a press on the field does not count as one beside the list. */}
          <div
            ref={list}
            popover="manual"
            className={clsx(popover.popover, popover.below, popover.start, styles.list)}
          >
            <div role="listbox" id={`${id}-list`} aria-label={t`Choices`}>
              {open &&
                shown.map((option, index) => (
                  // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: focus stays in the field, which handles the keys
                  <div
                    key={option.key}
                    role="option"
                    id={`${id}-${index}`}
                    aria-selected={option.key === value?.key}
                    className={clsx(styles.option, index === current && styles.active)}
                    // The press must not take focus from the field before it arrives.
                    onPointerDown={(event) => event.preventDefault()}
                    onClick={() => choose(option)}
                  >
                    {option.picture}
                    <span className={styles.words}>
                      <span>{option.label}</span>
                      {option.detail && <span className={styles.detail}>{option.detail}</span>}
                    </span>
                  </div>
                ))}
            </div>
            {open && shown.length === 0 && (
              <p className={styles.none}>
                {searching ? <Trans>Searching</Trans> : <Trans>Nothing found.</Trans>}
              </p>
            )}
          </div>
          <VisuallyHidden as="div">
            <span role="status">
              {open && <Plural value={shown.length} one="# choice" other="# choices" />}
            </span>
          </VisuallyHidden>
        </div>
      )}
    </Field>
  )
}

/** Without case and accents, so that "ines" finds Inês. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim()
}
