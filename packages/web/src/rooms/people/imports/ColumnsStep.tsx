import { Plural, Trans, useLingui } from '@lingui/react/macro'
import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconHistory from '@tabler/icons-react/icons/IconHistory'
import type { ImportField, PeopleImport } from '@viceversa/domain/people/contract.ts'
import { whatMappingLacks } from '@viceversa/domain/people/import-fields.ts'
import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Row, Stack } from '../../../ui/Layout.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { usePlan } from '../queries.ts'
import { CancelImportButton } from './CancelImportButton.tsx'
import { ColumnList } from './ColumnList.tsx'
import { ImportProblemNotice } from './ImportProblemNotice.tsx'
import styles from './Imports.module.css'
import { LevelsChoice } from './LevelsChoice.tsx'
import { useChoices } from './useChoices.ts'

type ColumnsStepProps = {
  imported: PeopleImport
  /** The dry run has begun. */
  onPlanned: () => void
}

/** What each column of the file is, guessed or remembered, to be checked by a person. */
export function ColumnsStep({ imported, onPlanned }: ColumnsStepProps) {
  const { t } = useLingui()
  const [mapping, setMapping] = useState<Record<string, ImportField>>(imported.mapping)
  const [markMissingAsLeft, setMarkMissingAsLeft] = useState(imported.markMissingAsLeft)
  const choices = useChoices(imported.choices)
  const planning = usePlan(imported.id)
  const lacks = whatMappingLacks(mapping)

  return (
    <>
      <PageHeader title={<Headline imported={imported} />} lead={<Lead imported={imported} />} />
      <Stack gap={5}>
        {imported.mappingRemembered && (
          <Notice icon={IconHistory} title={<Trans>Set as you did last time.</Trans>}>
            <Trans>A file with these columns was imported before, so its choices are used again.</Trans>
          </Notice>
        )}
        <ColumnList
          columns={imported.columns}
          mapping={mapping}
          remembered={imported.mappingRemembered}
          dateOrder={choices.dateOrder}
          onChange={(index, field) => setMapping((before) => ({ ...before, [index]: field }))}
          onDateOrder={choices.setDateOrder}
        />
        <LevelsChoice importId={imported.id} mapping={mapping} choices={choices} />
        <Checkbox
          label={<Trans>People missing from this file have left</Trans>}
          hint={
            <Trans>
              Tick this only if the file holds everybody. They are marked as left; nobody is deleted.
              Otherwise they stay as they are.
            </Trans>
          }
          checked={markMissingAsLeft}
          onChange={setMarkMissingAsLeft}
        />
        <div role="status">
          {lacks.length > 0 && (
            <Notice
              tone="caution"
              icon={IconAlertTriangle}
              title={<Trans>This is needed before the check:</Trans>}
            >
              <ul className={styles.lacks}>
                {lacks.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Notice>
          )}
        </div>
        <ImportProblemNotice error={planning.error} />
        <Row justify="between">
          <CancelImportButton importId={imported.id} />
          <Button
            variant="primary"
            busy={planning.isPending && t`Starting`}
            disabledReason={
              lacks[0] ??
              (choices.everyLevelIsRight ? undefined : t`Mend the levels that are no whole numbers first.`)
            }
            onClick={() =>
              planning.mutate(
                { mapping, choices: choices.choices(), markMissingAsLeft },
                { onSuccess: onPlanned },
              )
            }
          >
            <Trans>Check what would change</Trans>
          </Button>
        </Row>
      </Stack>
    </>
  )
}

function Headline({ imported: { columns } }: { imported: PeopleImport }) {
  const unsure = columns.filter(
    ({ sensitive, guess, confidence, dates }) =>
      sensitive === null &&
      (guess === 'ignore' || confidence !== 'sure' || (guess === 'hireDate' && dates !== null)),
  ).length
  if (unsure === 0) return <Trans>Every column was recognised</Trans>
  return <Plural value={unsure} one="One column needs a look" other="# columns need a look" />
}

function Lead({ imported: { fileName, format, columns } }: { imported: PeopleImport }) {
  const { system } = format
  return (
    <>
      {system ? (
        <Trans>
          {fileName} looks like an export of {system}.
        </Trans>
      ) : (
        <Trans>{fileName} was read.</Trans>
      )}{' '}
      <Plural value={columns.length} one="It has one column." other="It has # columns." />{' '}
      <Trans>Please check what each of them becomes.</Trans>
    </>
  )
}
