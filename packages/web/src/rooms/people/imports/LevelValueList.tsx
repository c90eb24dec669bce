import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { comparableValue } from '@viceversa/domain/people/comparable-value.ts'
import type { ImportField, LevelField, LevelValues } from '@viceversa/domain/people/contract.ts'
import { type KeyboardEvent, memo, useCallback, useState } from 'react'
import { useFormat } from '../../../platform/Formatting.tsx'
import { Row, Stack } from '../../../ui/Layout.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { Text } from '../../../ui/Text.tsx'
import { levelValuesQuery } from '../queries.ts'
import { ImportProblemNotice } from './ImportProblemNotice.tsx'
import styles from './Imports.module.css'
import { ShowMore } from './ShowMore.tsx'
import { type Choices, isLevel, LOWEST_LEVEL } from './useChoices.ts'

/** Rows drawn at first and with each "Show more"; the commonest titles come first. */
const PORTION = 100

type LevelValueListProps = {
  importId: string
  mapping: Readonly<Record<string, ImportField>>
  by: LevelField
  choices: Choices
}

/** The job titles or grades of the file, each with a field for its level. An empty one leaves it to the reporting lines. */
export function LevelValueList({
  importId,
  mapping,
  by,
  choices: { levelOf, setLevel },
}: LevelValueListProps) {
  const { t } = useLingui()
  const [filter, setFilter] = useState('')
  const [drawn, setDrawn] = useState(PORTION)
  const { data, error } = useQuery({
    ...levelValuesQuery(importId, by, mapping),
    placeholderData: keepPreviousData,
  })
  const change = useCallback((key: string, level: number | null) => setLevel(by, key, level), [by, setLevel])
  if (error) return <ImportProblemNotice error={error} />
  if (!data) return <Skeleton lines={6} height={44} />

  const words = comparableValue(filter)
  const found = data.values.filter(({ value }) => comparableValue(value).includes(words))
  const known = new Set(data.values.map(({ value }) => comparableValue(value)))
  const elsewhere = Object.keys(levelOf).filter((key) => !known.has(key)).length

  return (
    <Stack gap={3}>
      <Row justify="between">
        <Text tone={2}>
          <HowManyGiven by={by} given={Object.keys(levelOf).length - elsewhere} of={data.total} />{' '}
          <Trans>An empty field leaves it to the reporting lines. Enter goes to the next one.</Trans>
        </Text>
        <SearchField
          label={by === 'jobTitle' ? t`Find a job title` : t`Find a grade`}
          placeholder={by === 'jobTitle' ? t`Find a job title` : t`Find a grade`}
          value={filter}
          onSearch={(next) => {
            setFilter(next)
            setDrawn(PORTION)
          }}
        />
      </Row>
      {found.length === 0 ? (
        <Text tone={2}>
          <Trans>Nothing of that name is in the file.</Trans>
        </Text>
      ) : (
        <div className={styles.columns}>
          <div className={styles.levelsHead} aria-hidden="true">
            <span>{by === 'jobTitle' ? <Trans>Job title</Trans> : <Trans>Grade</Trans>}</span>
            <span>
              <Trans>People</Trans>
            </span>
            <span>
              <Trans>By the reporting lines</Trans>
            </span>
            <span>
              <Trans>Level</Trans>
            </span>
          </div>
          <ol
            aria-label={by === 'jobTitle' ? t`Job titles of the file` : t`Grades of the file`}
            className={styles.columnsList}
            onKeyDown={goToNextField}
          >
            {found.slice(0, drawn).map((value) => {
              const key = comparableValue(value.value)
              return <LevelRow key={key} name={key} value={value} level={levelOf[key]} onChange={change} />
            })}
          </ol>
        </div>
      )}
      {found.length > PORTION && (
        <ShowMore
          shown={Math.min(drawn, found.length)}
          total={found.length}
          busy={false}
          {...(drawn < found.length ? { onMore: () => setDrawn(drawn + PORTION) } : {})}
        />
      )}
      {elsewhere > 0 && (
        <Text size="sm" tone={2}>
          <Plural
            value={elsewhere}
            one="One more that was given a level is not in this file, and keeps it."
            other="# more that were given a level are not in this file, and keep it."
          />
        </Text>
      )}
    </Stack>
  )
}

function HowManyGiven({ by, given, of }: { by: LevelField; given: number; of: number }) {
  const format = useFormat()
  const all = format.number(of)
  return by === 'jobTitle' ? (
    <Plural
      value={given}
      _0={`None of ${all} job titles has a level of its own.`}
      one={`One of ${all} job titles has a level of its own.`}
      other={`# of ${all} job titles have a level of their own.`}
    />
  ) : (
    <Plural
      value={given}
      _0={`None of ${all} grades has a level of its own.`}
      one={`One of ${all} grades has a level of its own.`}
      other={`# of ${all} grades have a level of their own.`}
    />
  )
}

type LevelRowProps = {
  name: string
  value: LevelValues['values'][number]
  level: number | undefined
  onChange: (key: string, level: number | null) => void
}

/** Drawn again only when its own level changes, so that typing stays quick among hundreds. */
const LevelRow = memo(function LevelRow({
  name,
  value: { value, people, level: suggested, spread },
  ...rest
}: LevelRowProps) {
  const { t } = useLingui()
  const { level, onChange } = rest
  const wrong = level !== undefined && !isLevel(level)
  return (
    <li className={styles.level}>
      <span className={styles.levelName}>{value}</span>
      <span className={styles.figureOfLevel}>
        <Plural value={people} one="# person" other="# people" />
      </span>
      <span className={styles.figureOfLevel}>
        {suggested === null ? (
          <Trans>Not known</Trans>
        ) : spread ? (
          <Trans>
            Mostly level {suggested}, from {spread.highest} to {spread.lowest}
          </Trans>
        ) : (
          <Trans>Level {suggested}</Trans>
        )}
      </span>
      <NumberField
        label={t`Level of ${value}`}
        labelHidden
        width={3}
        min={1}
        max={LOWEST_LEVEL}
        value={level ?? null}
        onChange={(next) => onChange(name, next)}
        error={wrong ? t`Write a whole number from 1, the top, to ${LOWEST_LEVEL}.` : undefined}
      />
    </li>
  )
})

/** Enter goes down and Shift with Enter up, as in a spreadsheet. */
function goToNextField(event: KeyboardEvent<HTMLOListElement>): void {
  if (event.key !== 'Enter') return
  const fields = [...event.currentTarget.querySelectorAll('input')]
  const next = fields[fields.indexOf(event.target as HTMLInputElement) + (event.shiftKey ? -1 : 1)]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.select()
}
