import { useLingui } from '@lingui/react/macro'
import { useThemeChoice } from '../../platform/theme.ts'
import { Segmented } from '../../ui/Segmented.tsx'

/** The same choice as in the seat menu, for the profile page. */
export function ThemeSwitch() {
  const { t } = useLingui()
  const [choice, choose] = useThemeChoice()
  return (
    <Segmented
      label={t`Appearance`}
      value={choice}
      onChange={choose}
      options={[
        { value: 'light', label: t`Light` },
        { value: 'dark', label: t`Dark` },
        { value: 'auto', label: t`Match my device` },
      ]}
    />
  )
}
