import { Trans } from '@lingui/react/macro'
import { Text } from '../../../ui/Text.tsx'

type LevelProps = {
  person: {
    readonly level: number | null
    readonly levelLabel: string | null
    readonly managers: readonly unknown[]
  }
}

/** The level with how it is known (rule R8). */
export function Level({ person: { level, levelLabel, managers } }: LevelProps) {
  const above = managers.length
  return (
    <>
      {level === null ? (
        <Trans>Not known</Trans>
      ) : level === 1 ? (
        <Trans>Level 1, the top</Trans>
      ) : (
        <Trans>Level {level}, counted from the top</Trans>
      )}
      <Text size="sm" tone={2}>
        {levelLabel !== null ? (
          <Trans>The HR system calls it “{levelLabel}”.</Trans>
        ) : level === null ? (
          <Trans>
            The reporting line to the top is not known. Add the manager in the HR system and import again.
          </Trans>
        ) : level !== above + 1 ? (
          <Trans>Given to this job title when people were imported.</Trans>
        ) : above === 0 ? (
          <Trans>Known from the reporting lines: nobody stands above.</Trans>
        ) : (
          <Trans>Known from the reporting lines.</Trans>
        )}
      </Text>
    </>
  )
}
