import { useLingui } from '@lingui/react/macro'
import IconFileImport from '@tabler/icons-react/icons/IconFileImport'
import IconPlus from '@tabler/icons-react/icons/IconPlus'
import IconUserCircle from '@tabler/icons-react/icons/IconUserCircle'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Me } from '@viceversa/domain/accounts/contract.ts'
import { useDeferredValue, useState } from 'react'
import { queries } from '../platform/api.ts'
import { type Command, CommandPalette } from '../ui/CommandPalette.tsx'
import { PersonAvatar } from '../ui/PersonAvatar.tsx'
import type { ShellProps } from './shell/Shell.tsx'

type CommandsProps = {
  open: boolean
  onClose: () => void
  me: Me
  navigation: ShellProps['navigation']
  programmeItems: ShellProps['programmeItems']
}

const PEOPLE_SHOWN = 6

/** Everywhere one can go and everything one can start, by typing; people too, for those who may look them up. */
export function Commands({ open, onClose, me, navigation, programmeItems }: CommandsProps) {
  const { t } = useLingui()
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query.trim())
  const people = useQuery({
    ...queries.people.list.queryOptions({ input: { search: wanted, limit: PEOPLE_SHOWN } }),
    enabled: open && me.managesPeople && wanted.length >= 2,
    placeholderData: keepPreviousData,
  })

  const places: Command[] = [...navigation.main, ...navigation.secondary].map(
    ({ key, label, icon, href }) => ({
      key: `go-${key}`,
      label,
      icon,
      href,
      group: t`Go to`,
    }),
  )
  const programmes: Command[] = programmeItems.flatMap(({ key, label, onSelect }) =>
    onSelect && typeof label === 'string'
      ? [{ key: `programme-${key}`, label, group: t`Programmes`, onSelect }]
      : [],
  )
  const actions: Command[] = [
    ...(me.managesPeople
      ? [
          {
            key: 'import',
            label: t`Import people`,
            icon: IconFileImport,
            href: '/people/imports/new',
            group: t`Do`,
          },
          {
            key: 'new-programme',
            label: t`New programme`,
            icon: IconPlus,
            href: '/programmes/new',
            group: t`Do`,
          },
        ]
      : []),
    {
      key: 'account',
      label: t`My account`,
      icon: IconUserCircle,
      href: '/account',
      group: t`Do`,
      keywords: t`password passkey session theme language`,
    },
  ]
  const found: Command[] = (wanted.length >= 2 ? (people.data?.rows ?? []) : []).map((person) => ({
    key: person.id,
    label: person.displayName,
    detail: person.jobTitle ?? undefined,
    picture: <PersonAvatar name={person.displayName} role="none" size={28} />,
    href: `/people/${person.id}`,
    group: t`People`,
  }))

  return (
    <CommandPalette
      open={open}
      onClose={onClose}
      commands={[...places, ...programmes, ...actions]}
      found={found}
      onQuery={setQuery}
      searching={people.isFetching}
    />
  )
}
