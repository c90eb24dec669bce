import IconArrowsShuffle2 from '@tabler/icons-react/icons/IconArrowsShuffle2'
import IconBook2 from '@tabler/icons-react/icons/IconBook2'
import IconBulb from '@tabler/icons-react/icons/IconBulb'
import IconChartDots3 from '@tabler/icons-react/icons/IconChartDots3'
import IconFileText from '@tabler/icons-react/icons/IconFileText'
import IconHelp from '@tabler/icons-react/icons/IconHelp'
import IconHome from '@tabler/icons-react/icons/IconHome'
import IconLifebuoy from '@tabler/icons-react/icons/IconLifebuoy'
import IconLink from '@tabler/icons-react/icons/IconLink'
import IconLogout from '@tabler/icons-react/icons/IconLogout'
import IconSettings from '@tabler/icons-react/icons/IconSettings'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import type { Navigation } from '../../app/shell/navigation.ts'
import type { FrameProps } from '../../app/shell/Shell.tsx'

const navigation: Navigation = {
  label: 'Programme',
  main: [
    { key: 'home', label: 'Control room', icon: IconHome, href: '/p' },
    { key: 'people', label: 'People', icon: IconUsers, href: '/p/people', count: 66 },
    { key: 'matching', label: 'Matching', icon: IconArrowsShuffle2, href: '/p/matching' },
    { key: 'pairs', label: 'Pairs', icon: IconLink, href: '/p/pairs', count: 24 },
    { key: 'insights', label: 'Insights', icon: IconBulb, href: '/p/insights', late: '2 late' },
    { key: 'learn', label: 'Learn', icon: IconBook2, href: '/p/learn' },
    { key: 'evaluate', label: 'Evaluate', icon: IconChartDots3, href: '/p/evaluate' },
    { key: 'report', label: 'Sponsor report', icon: IconFileText, href: '/p/report' },
  ],
  secondary: [
    { key: 'settings', label: 'Programme settings', icon: IconSettings, href: '/p/settings' },
    { key: 'help', label: 'Help and guides', icon: IconHelp, href: '/help' },
  ],
  confidence: {
    key: 'confidence',
    label: 'Contact me in confidence',
    icon: IconLifebuoy,
    href: '/confidence',
    outlined: true,
  },
  tabs: ['home', 'pairs', 'insights', 'people'],
}

export const frame: FrameProps = {
  path: '/p',
  navigation,
  programme: { name: 'Fresh Eyes 2026', detail: 'Spring intake · 24 pairs' },
  programmeItems: [
    { key: '1', label: 'Fresh Eyes 2026', detail: 'Spring intake', checked: true, href: '/p' },
    { key: '2', label: 'Fresh Eyes, autumn intake', detail: 'Being set up', checked: false, href: '/q' },
  ],
  person: { name: 'Imogen Osei', role: 'team', roleLabel: 'Programme manager' },
  seatItems: [
    { key: 'profile', label: 'Your profile', icon: IconSettings, href: '/profile' },
    { key: 'out', label: 'Sign out', icon: IconLogout },
  ],
  notifications: { unread: 3, href: '/notifications' },
  onSearch: () => undefined,
}
