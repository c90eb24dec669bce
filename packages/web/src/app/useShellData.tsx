import { useLingui } from '@lingui/react/macro'
import IconLogout from '@tabler/icons-react/icons/IconLogout'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import IconUserCircle from '@tabler/icons-react/icons/IconUserCircle'
import { useLocation, useNavigate } from '@tanstack/react-router'
import type { Me, MySeat } from '@viceversa/domain/accounts/contract.ts'
import { api } from '../platform/api.ts'
import { useMe } from '../rooms/accounts/queries.ts'
import type { MenuItem } from '../ui/Menu.tsx'
import type { Role } from '../ui/role.ts'
import { chooseSeat, chosenSeat, homeOfSeat, seatAt, seatKey } from './seats.ts'
import type { ShellProps } from './shell/Shell.tsx'
import { useSeatNavigation } from './useSeatNavigation.ts'

/** What the shell shows for whoever is signed in on the page they are at. */
export function useShellData(): { me: Me; shell: Omit<ShellProps, 'children'> } {
  const { t } = useLingui()
  const me = useMe()
  const path = useLocation({ select: ({ pathname }) => pathname })
  const seat = seatAt(me.seats, path, chosenSeat())
  const navigation = useSeatNavigation(me, seat)
  const seatWords = useSeatWords()
  const openSeat = useOpenSeat()

  const stateWords: Record<string, string> = {
    draft: t`Draft`,
    open: t`Open for enrolment`,
    running: t`Running`,
    closed: t`Closed`,
  }
  const others = me.seats.filter((each) => seat && seatKey(each) !== seatKey(seat))
  const programmes = me.seats.filter(
    (each, index) => me.seats.findIndex(({ programmeId }) => programmeId === each.programmeId) === index,
  )
  const seatItems: MenuItem[] = [
    ...others.map((each, index) => ({
      key: seatKey(each),
      label: seatWords(each.seat),
      detail: each.programmeName,
      section: index === 0 ? t`Sit in another seat` : undefined,
      onSelect: () => openSeat(each),
    })),
    {
      key: 'account',
      label: t`My account`,
      icon: IconUserCircle,
      href: '/account',
      section: others.length > 0,
    },
    { key: 'sign-out', label: t`Sign out`, icon: IconLogout, onSelect: signOut },
  ]
  const programmeItems: MenuItem[] = [
    ...programmes.map((each) => ({
      key: each.programmeId,
      label: each.programmeName,
      checked: each.programmeId === seat?.programmeId,
      onSelect: () => openSeat(each),
    })),
    ...(me.managesPeople
      ? [
          {
            key: 'new',
            label: t`New programme`,
            icon: IconPlus,
            href: '/programmes/new',
            section: programmes.length > 0,
          },
        ]
      : []),
  ]

  return {
    me,
    shell: {
      path,
      navigation,
      programme: seat && { name: seat.programmeName, detail: stateWords[seat.programmeState] },
      programmeItems,
      person: {
        name: me.person.displayName,
        role: roleOf(seat?.seat),
        roleLabel: seat ? seatWords(seat.seat) : me.administrator ? t`Administrator` : t`No seat yet`,
      },
      seatItems,
    },
  }
}

function useOpenSeat() {
  const navigate = useNavigate()
  return (seat: MySeat) => {
    chooseSeat(seat)
    void navigate({ href: homeOfSeat(seat) })
  }
}

/** Starts the application afresh afterwards, so that nothing of the person stays in memory or on the screen. */
async function signOut(): Promise<void> {
  await api.accounts.signOut().catch(() => {
    // The session had ended already, which is what was wanted.
  })
  window.location.assign('/sign-in')
}

export function useSeatWords(): (seat: MySeat['seat']) => string {
  const { t } = useLingui()
  const words = {
    mentor: t`Mentor`,
    leader: t`Leader`,
    'programme-manager': t`Programme manager`,
    sponsor: t`Sponsor`,
    'safe-contact': t`Safe contact`,
  }
  return (seat) => words[seat]
}

function roleOf(seat: MySeat['seat'] | undefined): Role {
  if (seat === 'mentor' || seat === 'leader') return seat
  return seat ? 'team' : 'none'
}
