import { useLingui } from '@lingui/react/macro'
import IconDeviceDesktop from '@tabler/icons-react/icons/IconDeviceDesktop'
import IconMoon from '@tabler/icons-react/icons/IconMoon'
import IconSun from '@tabler/icons-react/icons/IconSun'
import { useThemeChoice } from '../../platform/theme.ts'
import type { MenuItem } from '../../ui/Menu.tsx'

/** Light, dark or as the device says, as three entries of a menu. */
export function useThemeItems(): MenuItem[] {
  const { t } = useLingui()
  const [choice, choose] = useThemeChoice()
  const item = (key: 'light' | 'dark' | 'auto', label: string, icon: MenuItem['icon']): MenuItem => ({
    key: `theme-${key}`,
    label,
    icon,
    checked: choice === key,
    onSelect: () => choose(key),
  })
  return [
    { ...item('light', t`Light`, IconSun), section: t`Appearance` },
    item('dark', t`Dark`, IconMoon),
    item('auto', t`Match my device`, IconDeviceDesktop),
  ]
}
