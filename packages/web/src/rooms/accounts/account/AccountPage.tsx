import { Trans, useLingui } from '@lingui/react/macro'
import { TopBar } from '../../../app/shell/TopBar.tsx'
import { useDocumentTitle } from '../../../platform/useDocumentTitle.ts'
import { Stack } from '../../../ui/Layout.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Section } from '../../../ui/Section.tsx'
import { useMe } from '../queries.ts'
import { PasskeyList } from './PasskeyList.tsx'
import { PasswordSetting } from './PasswordSetting.tsx'
import { Preferences } from './Preferences.tsx'
import { SecondFactorSetting } from './SecondFactorSetting.tsx'
import { SessionList } from './SessionList.tsx'

/** How one signs in, where one is signed in, and how one wants the screens. Nobody else sees any of it. */
export function AccountPage() {
  const { t } = useLingui()
  const me = useMe()
  useDocumentTitle(t`My account`)
  return (
    <>
      <TopBar place={t`My account`} />
      <PageHeader
        title={<Trans>Your account, {me.person.givenName}</Trans>}
        lead={<Trans>{me.person.email}. Your name and address come from the directory.</Trans>}
      />
      <Section
        title={<Trans>How you sign in</Trans>}
        lead={<Trans>A link by e-mail always works. These are quicker or safer.</Trans>}
      >
        <Stack gap={6}>
          <PasskeyList />
          <PasswordSetting />
          <SecondFactorSetting />
        </Stack>
      </Section>
      <Section
        title={<Trans>Where you are signed in</Trans>}
        lead={
          <Trans>
            A session ends after {me.session.idleMinutes} minutes without use, and after eight hours.
          </Trans>
        }
        divided
      >
        <SessionList />
      </Section>
      <Section title={<Trans>How you want the screens</Trans>} divided>
        <Preferences />
      </Section>
    </>
  )
}
