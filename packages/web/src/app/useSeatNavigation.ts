import { useLingui } from '@lingui/react/macro'
import IconArrowsExchange from '@tabler/icons-react/icons/IconArrowsExchange'
import IconHeartHandshake from '@tabler/icons-react/icons/IconHeartHandshake'
import IconHome from '@tabler/icons-react/icons/IconHome'
import IconLayoutDashboard from '@tabler/icons-react/icons/IconLayoutDashboard'
import IconMail from '@tabler/icons-react/icons/IconMail'
import IconMailCog from '@tabler/icons-react/icons/IconMailCog'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import IconSettings from '@tabler/icons-react/icons/IconSettings'
import IconUser from '@tabler/icons-react/icons/IconUser'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import IconUsersGroup from '@tabler/icons-react/icons/IconUsersGroup'
import type { Me, MySeat } from '@viceversa/domain/accounts/contract.ts'
import { homeOfSeat } from './seats.ts'
import type { NavItem, Navigation } from './shell/navigation.ts'

/** Where the seat leads. Rooms that do not exist yet are not promised. */
export function useSeatNavigation(me: Me, seat: MySeat | undefined): Navigation {
  const { t } = useLingui()
  const directory: NavItem = { key: 'directory', label: t`Directory`, icon: IconUsersGroup, href: '/people' }
  const outbox: NavItem = { key: 'outbox', label: t`Outbox`, icon: IconMail, href: '/outbox' }
  const mailSettings: NavItem = {
    key: 'mail',
    label: t`Sending e-mail`,
    icon: IconMailCog,
    href: '/settings/mail',
  }
  const administration = me.administrator ? [outbox, mailSettings] : []
  const house = me.managesPeople ? [directory, ...administration] : administration

  if (seat?.seat === 'programme-manager') {
    const at = `/programmes/${seat.programmeId}`
    return {
      label: t`Programme`,
      main: [
        { key: 'control-room', label: t`Control room`, icon: IconLayoutDashboard, href: at },
        { key: 'people', label: t`People`, icon: IconUsers, href: `${at}/people` },
        { key: 'matching', label: t`Matching`, icon: IconArrowsExchange, href: `${at}/matching` },
        { key: 'pairs', label: t`Pairs`, icon: IconHeartHandshake, href: `${at}/pairs` },
      ],
      secondary: [
        ...house,
        { key: 'settings', label: t`Programme settings`, icon: IconSettings, href: `${at}/settings/purpose` },
      ],
      tabs: ['control-room', 'people', 'matching', 'pairs'],
    }
  }
  if (seat?.seat === 'mentor' || seat?.seat === 'leader') {
    const profile = `/programmes/${seat.programmeId}/join`
    const pairs = seat.pairIds.map(
      (pairId, index): NavItem => ({
        key: pairId,
        label: seat.pairIds.length > 1 ? t`Our pair ${index + 1}` : t`Our pair`,
        icon: IconHeartHandshake,
        href: `/pairs/${pairId}`,
      }),
    )
    return {
      label: t`Programme`,
      main: [...pairs, { key: 'profile', label: t`My profile`, icon: IconUser, href: profile }],
      secondary: house,
      tabs: [...seat.pairIds.slice(0, 3), 'profile'],
    }
  }
  if (seat) {
    return {
      label: t`Programme`,
      main: [{ key: 'overview', label: t`Overview`, icon: IconHome, href: homeOfSeat(seat) }],
      secondary: house,
      tabs: ['overview'],
    }
  }
  // Somebody who looks after people and has no programme yet finds the way to the first one.
  const first: NavItem = {
    key: 'new-programme',
    label: t`New programme`,
    icon: IconPlus,
    href: '/programmes/new',
  }
  const start = me.managesPeople ? [...house, first] : house
  return {
    label: t`Organisation`,
    main: start.length > 0 ? start : [{ key: 'start', label: t`Start`, icon: IconHome, href: '/' }],
    secondary: [],
    tabs: start.length > 0 ? start.map(({ key }) => key) : ['start'],
  }
}
