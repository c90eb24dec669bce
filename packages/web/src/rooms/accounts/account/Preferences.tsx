import { useLingui } from '@lingui/react/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ThemeSwitch } from '../../../app/shell/ThemeSwitch.tsx'
import { api } from '../../../platform/api.ts'
import { locales } from '../../../platform/i18n.ts'
import { Stack } from '../../../ui/Layout.tsx'
import { Select } from '../../../ui/Select.tsx'
import { toast } from '../../../ui/toasts.ts'
import { ProblemNotice } from '../ProblemNotice.tsx'
import { meQuery, useMe } from '../queries.ts'

/** Light or dark, time zone and language; each is saved as soon as it is chosen. */
export function Preferences() {
  const { t } = useLingui()
  const queryClient = useQueryClient()
  const { preferences } = useMe()
  const save = useMutation({
    mutationFn: (changes: { timeZone?: string; locale?: string }) => api.accounts.updatePreferences(changes),
    onSuccess: async () => {
      await queryClient.invalidateQueries(meQuery())
      toast(t`Saved`)
    },
  })
  return (
    <Stack gap={5}>
      <ThemeSwitch />
      <Select
        label={t`Time zone`}
        hint={t`Sessions, deadlines and your weekly hours are shown in this zone.`}
        width={32}
        value={preferences.timeZone}
        onChange={(timeZone) => save.mutate({ timeZone })}
        options={Intl.supportedValuesOf('timeZone').map((zone) => ({
          value: zone,
          label: zone.replaceAll('_', ' '),
        }))}
      />
      <Select
        label={t`Language`}
        width={20}
        value={preferences.locale}
        onChange={(locale) => save.mutate({ locale })}
        options={locales.map((locale) => ({ value: locale, label: nameOfLanguage(locale) }))}
      />
      <ProblemNotice error={save.error} />
    </Stack>
  )
}

/** A language in its own words, so that whoever needs it finds it. */
function nameOfLanguage(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}
