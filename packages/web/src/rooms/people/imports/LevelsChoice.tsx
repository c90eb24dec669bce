import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ImportField, LevelField } from '@viceversa/domain/people/contract.ts'
import { whatMappingLacks } from '@viceversa/domain/people/import-fields.ts'
import { Stack } from '../../../ui/Layout.tsx'
import { type RadioCard, RadioCards } from '../../../ui/RadioCards.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Text } from '../../../ui/Text.tsx'
import { LevelValueList } from './LevelValueList.tsx'
import type { Choices, LevelSource } from './useChoices.ts'

type LevelsChoiceProps = {
  importId: string
  mapping: Readonly<Record<string, ImportField>>
  choices: Choices
}

/** Where levels come from: the file itself, or a person who gives job titles or grades a level (rule R8). */
export function LevelsChoice({ importId, mapping, choices }: LevelsChoiceProps) {
  const { t } = useLingui()
  const { source, setSource } = choices
  const fields = Object.values(mapping)
  // What was chosen for an earlier file can be seen, and given up, whatever this one holds.
  const offered = (['jobTitle', 'level'] as const).filter((by) => fields.includes(by) || source === by)
  if (offered.length === 0) return null

  const words: Record<LevelSource, Omit<RadioCard<LevelSource>, 'value'>> = {
    automatic: fields.includes('level')
      ? {
          label: <Trans>Worked out from the file</Trans>,
          detail: (
            <Trans>
              From the numbers of the grades where they put managers above their reports, otherwise counted
              along the reporting lines.
            </Trans>
          ),
        }
      : {
          label: <Trans>Reporting lines</Trans>,
          detail: <Trans>Counted from the top: nobody above is level 1, their reports are level 2.</Trans>,
        },
    jobTitle: {
      label: <Trans>Job titles</Trans>,
      detail: <Trans>You give titles a level. Everybody else is counted along the reporting lines.</Trans>,
    },
    level: {
      label: <Trans>Grades</Trans>,
      detail: (
        <Trans>
          You give grades such as E5 or Band 3 a level. Everybody else is counted along the reporting lines.
        </Trans>
      ),
    },
  }

  return (
    <Section
      title={<Trans>Where levels come from</Trans>}
      lead={<Trans>Level 1 is the top. Pairs are made of people who stand far enough apart.</Trans>}
    >
      <Stack gap={4}>
        <RadioCards
          label={t`Where levels come from`}
          labelHidden
          columns={offered.length === 1 ? 2 : 3}
          value={source}
          onChange={setSource}
          options={(['automatic', ...offered] as const).map((value) => ({ value, ...words[value] }))}
        />
        {source !== 'automatic' && (
          <LevelsBy importId={importId} mapping={mapping} by={source} choices={choices} />
        )}
      </Stack>
    </Section>
  )
}

function LevelsBy({ by, mapping, choices, importId }: LevelsChoiceProps & { by: LevelField }) {
  const given = Object.keys(choices.levelOf).length
  if (!Object.values(mapping).includes(by)) {
    return (
      <Text tone={2}>
        {by === 'jobTitle' ? (
          <Plural
            value={given}
            one="This file has no job titles. The one title that was given a level keeps it."
            other="This file has no job titles. The # titles that were given a level keep it."
          />
        ) : (
          <Plural
            value={given}
            one="This file has no grades. The one grade that was given a level keeps it."
            other="This file has no grades. The # grades that were given a level keep it."
          />
        )}
      </Text>
    )
  }
  if (whatMappingLacks(mapping).length > 0) {
    return (
      <Text tone={2}>
        <Trans>They are listed here once the columns above are complete.</Trans>
      </Text>
    )
  }
  return <LevelValueList importId={importId} mapping={mapping} by={by} choices={choices} />
}
