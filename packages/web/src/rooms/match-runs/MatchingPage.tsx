import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { matchingStop } from '@viceversa/domain/programmes/programme-states.ts'
import { useState } from 'react'
import { TopBar } from '../../app/shell/TopBar.tsx'
import { useDocumentTitle } from '../../platform/useDocumentTitle.ts'
import { LinkButton } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { today } from '../programmes/today.ts'
import { MatchingStopContext } from './matching-stop.ts'
import { matchRunsQuery, programmeQuery } from './queries.ts'
import { StartMatching } from './StartMatching.tsx'
import { Studio } from './Studio.tsx'

const route = getRouteApi('/programmes/$programmeId/matching')

export type Published = { readonly pairs: number; readonly people: number }

/** Matching: the start before there is a scenario, the studio while there is one, and a calm page once people are asked. */
export function MatchingPage() {
  const { t } = useLingui()
  const { programmeId } = route.useParams()
  const { data: programme } = useSuspenseQuery(programmeQuery(programmeId))
  const { data: runs } = useSuspenseQuery(matchRunsQuery(programmeId))
  const [published, setPublished] = useState<Published | null>(null)
  useDocumentTitle(t`Matching`, programme.name)

  const drafts = runs.filter(({ state }) => state === 'draft')
  if (published) return <Asked {...published} programmeId={programmeId} onAgain={() => setPublished(null)} />
  return (
    <MatchingStopContext value={matchingStop(today(), programme)}>
      {drafts.length === 0 ? (
        <StartMatching programmeId={programmeId} runs={runs} />
      ) : (
        <Studio programme={programme} runs={drafts} onPublished={setPublished} />
      )}
    </MatchingStopContext>
  )
}

type AskedProps = Published & { programmeId: string; onAgain: () => void }

function Asked({ pairs, people, programmeId }: AskedProps) {
  const { t } = useLingui()
  return (
    <>
      <TopBar place={t`Matching`} />
      <PageHeader
        title={<Plural value={pairs} one="One pair has been asked" other="# pairs have been asked" />}
      />
      <EmptyState
        level={2}
        title={
          <Plural value={people} one="One person has a proposal now" other="# people have a proposal now" />
        }
        action={
          <LinkButton variant="primary" href={`/programmes/${programmeId}/pairs`}>
            <Trans>See who has answered</Trans>
          </LinkButton>
        }
      >
        <Trans>
          Each of them got one e-mail with a link to their proposal and its reasons. Nothing is left to do
          until they have answered.
        </Trans>
      </EmptyState>
    </>
  )
}
