import { useQueryClient } from '@tanstack/react-query'
import type { MyEnrolment, Profile } from '@viceversa/domain/enrolment/contract.ts'
import { useEffect, useRef, useState } from 'react'
import { api, problemOf } from '../../../platform/api.ts'
import { myEnrolmentQuery } from '../queries.ts'

const PAUSE_AFTER_LAST_CHANGE_MS = 700

/** The profile as it is filled in. It saves itself after a pause; what could not be saved stays on the screen. */
export function useSavedProfile(programmeId: string, mine: MyEnrolment) {
  const queryClient = useQueryClient()
  const [profile, setProfile] = useState<Profile>(mine.profile ?? mine.suggested)
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const [failure, setFailure] = useState<string | null>(null)
  const latest = useRef(profile)
  // A suggestion nobody has looked at is not an answer yet: it is saved with the first change.
  const isDirty = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<boolean>>(Promise.resolve(true))

  function change(changes: Partial<Profile>) {
    latest.current = { ...latest.current, ...changes }
    setProfile(latest.current)
    isDirty.current = true
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void save(), PAUSE_AFTER_LAST_CHANGE_MS)
  }

  /** Sends what is not saved yet, one request after the other. Answers whether everything is saved. */
  function save(): Promise<boolean> {
    clearTimeout(timer.current)
    running.current = running.current.then(async () => {
      if (!isDirty.current) return true
      isDirty.current = false
      return send(latest.current)
    })
    return running.current
  }

  async function send(sent: Profile): Promise<boolean> {
    setIsSaving(true)
    try {
      const saved = await api.enrolment.saveProfile({ ...sent, programmeId })
      queryClient.setQueryData(myEnrolmentQuery(programmeId).queryKey, saved)
      setSavedAt(new Date())
      setFailure(null)
      return true
    } catch (error) {
      isDirty.current = true
      setFailure(problemOf(error)?.detail ?? '')
      return false
    } finally {
      setIsSaving(false)
    }
  }

  const flush = useRef(save)
  flush.current = save
  useEffect(() => () => void flush.current(), [])

  return { profile, change, save, isSaving, savedAt, failure }
}
