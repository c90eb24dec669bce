import { Trans, useLingui } from '@lingui/react/macro'
import IconX from '@tabler/icons-react/icons/IconX'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { PersonCard } from '@viceversa/domain/wire.ts'
import { clsx } from 'clsx'
import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import { queries } from '../../../platform/api.ts'
import { IconButton } from '../../../ui/Button.tsx'
import { Field, type FieldProps } from '../../../ui/Field.tsx'
import input from '../../../ui/Input.module.css'
import { PersonAvatar } from '../../../ui/PersonAvatar.tsx'
import styles from './PersonPicker.module.css'

type PersonPickerProps = FieldProps & {
  value: PersonCard | null
  onChange: (person: PersonCard | null) => void
  /** People who cannot be chosen here, by id. */
  except: readonly string[]
}

const PAUSE_AFTER_LAST_KEY_MS = 250
const SHOWN = 8

/** Chooses one person of the directory by typing part of a name, a job or an address. */
export function PersonPicker({ value, onChange, except, ...field }: PersonPickerProps) {
  const { t } = useLingui()
  const listId = useId()
  const [text, setText] = useState('')
  const [search, setSearch] = useState('')
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(0)

  useEffect(() => {
    const timer = setTimeout(() => setSearch(text.trim()), PAUSE_AFTER_LAST_KEY_MS)
    return () => clearTimeout(timer)
  }, [text])

  const found = useQuery({
    ...queries.people.list.queryOptions({
      input: { search, status: 'active', limit: SHOWN + except.length },
    }),
    enabled: open && search !== '',
    placeholderData: keepPreviousData,
  })
  const people = (found.data?.rows ?? []).filter(({ id }) => !except.includes(id)).slice(0, SHOWN)
  const shows = open && search !== ''

  function choose(person: PersonCard | undefined) {
    if (!person) return
    onChange(person)
    setText('')
    setSearch('')
    setOpen(false)
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setOpen(true)
      const step = event.key === 'ArrowDown' ? 1 : -1
      setAt((before) => (people.length === 0 ? 0 : (before + step + people.length) % people.length))
    } else if (event.key === 'Enter' && shows) {
      event.preventDefault()
      choose(people[at])
    } else if (event.key === 'Escape' && shows) {
      event.preventDefault()
      setOpen(false)
    }
  }

  if (value) {
    return (
      <Field {...field}>
        {(control) => (
          <div className={styles.chosen}>
            <PersonAvatar name={value.displayName} role="none" size={32} />
            <span className={styles.words}>
              <span>{value.displayName}</span>
              <small>{[value.jobTitle, value.department].filter(Boolean).join(', ')}</small>
            </span>
            <IconButton
              id={control.id}
              aria-describedby={control['aria-describedby']}
              icon={IconX}
              label={t`Choose somebody else than ${value.displayName}`}
              onClick={() => onChange(null)}
            />
          </div>
        )}
      </Field>
    )
  }

  return (
    <Field {...field}>
      {(control) => (
        <div className={styles.picker}>
          <input
            {...control}
            className={clsx(input.input)}
            role="combobox"
            autoComplete="off"
            aria-autocomplete="list"
            aria-expanded={shows}
            aria-controls={listId}
            aria-activedescendant={shows && people[at] ? `${listId}-${at}` : undefined}
            placeholder={t`Name, job or e-mail`}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setOpen(true)
              setAt(0)
            }}
            onKeyDown={press}
            onBlur={() => setOpen(false)}
          />
          <div
            id={listId}
            role="listbox"
            aria-label={t`People found`}
            hidden={!shows}
            className={styles.list}
          >
            {people.map((person, index) => (
              // biome-ignore lint/a11y/useFocusableInteractive: focus stays in the field, which names the active option
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field's arrow keys and Enter do the same
              <div
                key={person.id}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === at}
                className={clsx(styles.option, index === at && styles.active)}
                // Before the field loses focus, which would close the list.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(person)}
              >
                <PersonAvatar name={person.displayName} role="none" size={28} />
                <span className={styles.words}>
                  <span>{person.displayName}</span>
                  <small>
                    {[person.jobTitle, person.department, person.site].filter(Boolean).join(', ')}
                  </small>
                </span>
              </div>
            ))}
          </div>
          <p className={styles.status} role="status">
            {shows && found.isError && (
              <Trans>The directory does not answer just now. Please try again.</Trans>
            )}
            {shows && found.isSuccess && people.length === 0 && (
              <Trans>Nobody of that name can be chosen here.</Trans>
            )}
          </p>
        </div>
      )}
    </Field>
  )
}
