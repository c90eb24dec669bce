import { useQueryClient } from '@tanstack/react-query'
import type { Me } from '@viceversa/domain/accounts/contract.ts'
import { useEffect, useRef } from 'react'
import { api } from '../platform/api.ts'
import { type ThemeChoice, useThemeChoice } from '../platform/theme.ts'
import { meQuery } from '../rooms/accounts/queries.ts'

/** Brings the person's theme along to every device: theirs holds when they come in, and what they choose is kept. */
export function useKeptTheme(me: Me): void {
  const queryClient = useQueryClient()
  const [choice, choose] = useThemeChoice()
  const cameIn = useRef<string | null>(null)
  const kept = useRef<ThemeChoice>('auto')
  const { id } = me.person
  const wanted = me.preferences.theme

  useEffect(() => {
    if (cameIn.current !== id) {
      cameIn.current = id
      kept.current = wanted
      choose(wanted)
      return
    }
    if (choice === kept.current) return
    kept.current = choice
    api.accounts
      .updatePreferences({ theme: choice })
      .then(() => queryClient.invalidateQueries(meQuery()))
      // On this device the choice holds anyway.
      .catch(() => {})
  }, [id, wanted, choice, choose, queryClient])
}
