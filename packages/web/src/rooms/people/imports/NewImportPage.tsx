import { Trans, useLingui } from '@lingui/react/macro'
import IconEyeOff from '@tabler/icons-react/icons/IconEyeOff'
import { useNavigate } from '@tanstack/react-router'
import { TopBar } from '../../../app/shell/TopBar.tsx'
import { problemOf } from '../../../platform/api.ts'
import { useDocumentTitle } from '../../../platform/useDocumentTitle.ts'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { Columns, Row, Stack } from '../../../ui/Layout.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Spinner } from '../../../ui/Spinner.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { Text } from '../../../ui/Text.tsx'
import { useReadFile } from '../queries.ts'
import { EarlierImports } from './EarlierImports.tsx'
import { ImportSteps } from './ImportSteps.tsx'

/** The file, what is read from it and what never is, and the imports so far. */
export function NewImportPage() {
  const { t } = useLingui()
  useDocumentTitle(t`Import people`, t`Directory`)
  return (
    <>
      <TopBar place={t`Import people`} trail={[{ label: t`Directory`, href: '/people' }]} />
      <ImportSteps at="file" />
      <PageHeader
        title={<Trans>Import people from your HR system</Trans>}
        lead={<Trans>Reading a file changes nothing. You see every change before it happens.</Trans>}
      />
      <Columns layout="aside">
        <Stack gap={7}>
          <FileToRead />
          <Section title={<span id="earlier-imports">{t`Earlier imports`}</span>}>
            <EarlierImports />
          </Section>
        </Stack>
        <Stack gap={7}>
          <WhatIsRead />
          <NeverTaken />
        </Stack>
      </Columns>
    </>
  )
}

function FileToRead() {
  const { t } = useLingui()
  const navigate = useNavigate()
  const reading = useReadFile()
  const problem = problemOf(reading.error)
  const failure = reading.isError
    ? (problem?.detail ??
      problem?.title ??
      t`The server did not answer. Check the connection, then choose the file again.`)
    : undefined

  function read(file: File) {
    reading.mutate(file, {
      onSuccess: ({ id }) => void navigate({ to: '/people/imports/$importId', params: { importId: id } }),
    })
  }

  return (
    <div>
      <FileDrop
        label={<Trans>File with your people</Trans>}
        hint={<Trans>CSV, with the names of the columns in the first row.</Trans>}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        error={reading.isPending ? undefined : failure}
        fileName={reading.variables?.name}
        onFile={read}
      />
      <div role="status">
        {reading.isPending && (
          <Row>
            <Spinner size={17} />
            <Text as="span" tone={2}>
              <Trans>Reading the file</Trans>
            </Text>
          </Row>
        )}
      </div>
    </div>
  )
}

function WhatIsRead() {
  return (
    <Section title={<Trans>What can be read</Trans>}>
      <Stack gap={2}>
        <Text tone={2}>
          <Trans>
            Exports of SAP SuccessFactors, BambooHR, Workday and Personio are recognised. Any other CSV file
            works as well: comma, semicolon or tab, UTF-8 or the Windows and Excel encodings, titles in
            English or another language.
          </Trans>
        </Text>
        <Text tone={2}>
          <Trans>
            Each person needs a work e-mail and a name. A manager’s number, e-mail or name builds the levels;
            you can also give levels to job titles or grades.
          </Trans>
        </Text>
      </Stack>
    </Section>
  )
}

function NeverTaken() {
  const { t } = useLingui()
  const kinds = [
    t`Gender`,
    t`Birth date or age`,
    t`Nationality`,
    t`Ethnicity`,
    t`Religion or belief`,
    t`Health or disability`,
    t`Pay`,
    t`Family status`,
    t`National numbers`,
    t`Private contact details`,
    t`Sexual orientation`,
    t`Political views`,
    t`Photos`,
  ]
  return (
    <Section title={<Trans>What is never taken</Trans>}>
      <Stack gap={2}>
        <Text tone={2}>
          <Trans>
            Columns like these are left out while the file is read. Their values are not stored anywhere.
          </Trans>
        </Text>
        <Row gap={1}>
          {kinds.map((kind) => (
            <Tag key={kind} plain icon={IconEyeOff}>
              {kind}
            </Tag>
          ))}
        </Row>
      </Stack>
    </Section>
  )
}
