import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { person as personSchema } from '@viceversa/domain/people/contract.ts'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { TopBar } from '../../../app/shell/TopBar.tsx'
import { useFormat } from '../../../platform/Formatting.tsx'
import { useDocumentTitle } from '../../../platform/useDocumentTitle.ts'
import { DescriptionList } from '../../../ui/DescriptionList.tsx'
import { Columns, Stack } from '../../../ui/Layout.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { PersonAvatar } from '../../../ui/PersonAvatar.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { Tag } from '../../../ui/Tag.tsx'
import { Text } from '../../../ui/Text.tsx'
import { PeopleFailure } from '../PeopleFailure.tsx'
import { personQuery } from '../queries.ts'
import { Level } from './Level.tsx'
import { PersonList } from './PersonList.tsx'

type Person = z.infer<typeof personSchema>

const route = getRouteApi('/people/$personId')

/** One person as the directory knows them: their work and their reporting line, nothing about how good they are. */
export function PersonPage() {
  const { t } = useLingui()
  const { personId } = route.useParams()
  const { data: person, error, isFetching, refetch } = useQuery(personQuery(personId))
  // A title stands in histories and on shared screens, so it names no person.
  useDocumentTitle(t`A person`, t`Directory`)

  return (
    <>
      <TopBar
        heading={!person}
        place={person?.displayName ?? t`A person`}
        trail={[{ label: t`Directory`, href: '/people' }]}
      />
      {person && <OnePerson person={person} />}
      {!person && !error && <Skeleton lines={8} />}
      {!person && error && (
        <PeopleFailure
          error={error}
          missing={<Trans>This person is not in the directory</Trans>}
          retrying={isFetching}
          onRetry={() => void refetch()}
        />
      )}
    </>
  )
}

function OnePerson({ person }: { person: Person }) {
  const { displayName, jobTitle, department, site, managers, reports, status } = person
  return (
    <>
      <PageHeader
        title={displayName}
        lead={
          <>
            {[jobTitle, department, site].filter(Boolean).join(', ')}{' '}
            {status === 'left' && (
              <Tag plain>
                <Trans>Has left</Trans>
              </Tag>
            )}
          </>
        }
        avatar={<PersonAvatar name={displayName} role="none" size={56} absent={status === 'left'} />}
      />
      <Columns layout="aside">
        <Stack gap={7}>
          <Section title={<Trans>Work</Trans>}>
            <Facts person={person} />
          </Section>
          <Section title={<Trans>Contact</Trans>}>
            <Contact person={person} />
          </Section>
        </Stack>
        <Stack gap={7}>
          <Section title={<Trans>Reporting line</Trans>}>
            {managers.length === 0 ? (
              <Text tone={2}>
                <Trans>Nobody stands above in the directory.</Trans>
              </Text>
            ) : (
              <PersonList people={managers} upwards />
            )}
          </Section>
          <Section
            title={<Trans>Direct reports</Trans>}
            aside={reports.length > 0 && <Count of={reports.length} />}
          >
            {reports.length === 0 ? (
              <Text tone={2}>
                <Trans>Nobody reports to them.</Trans>
              </Text>
            ) : (
              <PersonList people={reports} />
            )}
          </Section>
        </Stack>
      </Columns>
    </>
  )
}

function Count({ of }: { of: number }) {
  const format = useFormat()
  return (
    <Text as="span" size="sm" tone={2} figures>
      {format.number(of)}
    </Text>
  )
}

function Facts({ person }: { person: Person }) {
  const format = useFormat()
  const { jobTitle, department, division, site, country, hireDate, externalId } = person
  return (
    <DescriptionList
      items={known([
        [<Trans key="job">Job</Trans>, jobTitle],
        [<Trans key="department">Department</Trans>, department],
        [<Trans key="division">Division</Trans>, division],
        [<Trans key="site">Site</Trans>, [site, country].filter(Boolean).join(', ')],
        [<Trans key="level">Level</Trans>, <Level key="known" person={person} />],
        [<Trans key="since">Here since</Trans>, hireDate && format.date(hireDate)],
        [<Trans key="number">Personnel number</Trans>, externalId],
      ])}
    />
  )
}

function Contact({ person: { email, language, timeZone } }: { person: Person }) {
  const { i18n } = useLingui()
  const languageName = language && new Intl.DisplayNames(i18n.locale, { type: 'language' }).of(language)
  return (
    <DescriptionList
      items={known([
        [
          <Trans key="email">Work e-mail</Trans>,
          <a key="address" href={`mailto:${email}`}>
            {email}
          </a>,
        ],
        [<Trans key="language">Language</Trans>, languageName],
        [<Trans key="zone">Time zone</Trans>, timeZone?.replaceAll('_', ' ')],
      ])}
    />
  )
}

/** What the HR system did not say is not shown as an empty line. */
function known(facts: readonly (readonly [term: ReactNode, detail: ReactNode])[]) {
  return facts.filter(([, detail]) => detail).map(([term, detail]) => ({ term, detail }))
}
