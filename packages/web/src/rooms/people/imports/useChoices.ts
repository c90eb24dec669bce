import type { DateOrder, ImportChoices, LevelField } from '@viceversa/domain/people/contract.ts'
import { useCallback, useState } from 'react'

/** Where levels come from: `automatic` is what the file itself says. */
export type LevelSource = 'automatic' | LevelField

export type Levels = Readonly<Record<string, number>>

/** What is decided about reading a file. Levels of the source that is not chosen are kept, should one come back to it. */
export function useChoices({ levels, dateOrder: chosenOrder }: ImportChoices) {
  const [dateOrder, setDateOrder] = useState<DateOrder | null>(chosenOrder)
  const [source, setSource] = useState<LevelSource>(levels?.by ?? 'automatic')
  const [levelsBy, setLevelsBy] = useState<Record<LevelField, Levels>>({
    jobTitle: levels?.by === 'jobTitle' ? levels.levelOf : {},
    level: levels?.by === 'level' ? levels.levelOf : {},
  })
  const setLevel = useCallback((by: LevelField, key: string, level: number | null) => {
    setLevelsBy((before) => {
      const { [key]: _before, ...others } = before[by]
      return { ...before, [by]: level === null ? others : { ...others, [key]: level } }
    })
  }, [])
  const levelOf: Levels = source === 'automatic' ? {} : levelsBy[source]
  return {
    dateOrder,
    setDateOrder,
    source,
    setSource,
    levelOf,
    setLevel,
    everyLevelIsRight: Object.values(levelOf).every(isLevel),
    choices: (): ImportChoices => ({
      levels: source === 'automatic' ? null : { by: source, levelOf: { ...levelOf } },
      dateOrder,
    }),
  }
}

export type Choices = ReturnType<typeof useChoices>

/** The deepest organisations have some twenty. */
export const LOWEST_LEVEL = 99

export function isLevel(level: number): boolean {
  return Number.isInteger(level) && level >= 1 && level <= LOWEST_LEVEL
}
