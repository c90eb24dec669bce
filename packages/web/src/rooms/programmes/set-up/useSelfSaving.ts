import { useQueryClient } from '@tanstack/react-query'
import type { Programme, ProgrammeDraft } from '@viceversa/domain/programmes/contract.ts'
import { useEffect, useRef, useState } from 'react'
import { api, problemOf } from '../../../platform/api.ts'
import { controlRoomQuery, programmeQuery } from '../queries.ts'

export type Draft = Partial<ProgrammeDraft>

/** Why the last save did not happen: messages per field, in the server's words, or one for all. */
export type SaveProblem =
  | { readonly kind: 'conflict' }
  | { readonly kind: 'fields'; readonly messages: Readonly<Record<string, string>> }
  | { readonly kind: 'other'; readonly message: string; readonly reference: string | undefined }

const PAUSE_AFTER_LAST_KEY_MS = 800

export type SelfSaving = ReturnType<typeof useSelfSaving>

/**
 * A step that saves itself: what is typed is kept here, sent after a pause, and stays when sending fails.
 *
 * A save always builds on the version this screen has read. When somebody else was faster, nothing is overwritten: the
 * person chooses with `keepMine` or `takeTheirs`.
 *
 * @param mayBeSent - False while the draft holds something that is known to be refused.
 */
export function useSelfSaving(programme: Programme, mayBeSent: (draft: Draft) => boolean) {
  const queryClient = useQueryClient()
  const [draft, setDraft] = useState<Draft>({})
  const [savedAt, setSavedAt] = useState<Date | null>(null)
  const [isSaving, setIsSaving] = useState(false)
  const [problem, setProblem] = useState<SaveProblem | null>(null)
  const latest = useRef({ draft, programme })
  latest.current = { draft, programme }
  const running = useRef<Promise<boolean> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const flush = useRef(save)
  flush.current = save
  // Whoever leaves within the pause after the last key leaves nothing behind.
  useEffect(() => () => void flush.current(), [])

  /** Keeps an answer. With `soon` false it waits for `save`, as for a date that is half typed. */
  function change(changes: Draft, { soon = true } = {}) {
    const next = { ...latest.current.draft, ...changes }
    latest.current.draft = next
    setDraft(next)
    setProblem((before) => (before?.kind === 'conflict' ? before : null))
    clearTimeout(timer.current)
    if (soon) timer.current = setTimeout(() => void save(), PAUSE_AFTER_LAST_KEY_MS)
  }

  /** Sends what is not saved yet, now. Answers whether everything is saved. */
  async function save(): Promise<boolean> {
    clearTimeout(timer.current)
    if (running.current) await running.current
    const sent = latest.current.draft
    if (Object.keys(sent).length === 0) return true
    if (!mayBeSent(sent)) return false
    running.current = send(sent, latest.current.programme.version)
    const saved = await running.current
    running.current = null
    return saved
  }

  async function send(sent: Draft, version: number): Promise<boolean> {
    setIsSaving(true)
    try {
      const { id: programmeId } = latest.current.programme
      const changed = await api.programmes.change({ ...sent, programmeId }, { context: { ifMatch: version } })
      latest.current.programme = changed
      queryClient.setQueryData(programmeQuery(programmeId).queryKey, changed)
      void queryClient.invalidateQueries({ queryKey: controlRoomQuery(programmeId).queryKey })
      forget(sent)
      setSavedAt(new Date())
      setProblem(null)
      return true
    } catch (error) {
      setProblem(problemIn(error))
      return false
    } finally {
      setIsSaving(false)
    }
  }

  /** What was changed again while it was on its way stays in the draft. */
  function forget(sent: Draft) {
    const rest = Object.entries(latest.current.draft).filter(
      ([field, value]) => sent[field as keyof Draft] !== value,
    )
    latest.current.draft = Object.fromEntries(rest)
    setDraft(latest.current.draft)
  }

  async function readAgain() {
    const fresh = await queryClient.fetchQuery({ ...programmeQuery(programme.id), staleTime: 0 })
    latest.current.programme = fresh
    setProblem(null)
  }

  async function keepMine(): Promise<void> {
    await readAgain()
    await save()
  }

  async function takeTheirs(): Promise<void> {
    latest.current.draft = {}
    setDraft({})
    await readAgain()
  }

  return {
    /** The programme with everything typed since it was read. */
    value: { ...programme, managerIds: programme.managers.map(({ id }) => id), ...draft },
    change,
    save,
    isSaving,
    savedAt,
    problem,
    keepMine,
    takeTheirs,
  }
}

function problemIn(error: unknown): SaveProblem {
  const problem = problemOf(error)
  if (problem?.status === 412) return { kind: 'conflict' }
  if (problem?.errors?.length) {
    const messages = problem.errors.map(({ pointer, detail }) => [
      pointer.replace(/^#\//, '').split('/')[0],
      detail,
    ])
    return { kind: 'fields', messages: Object.fromEntries(messages) }
  }
  return {
    kind: 'other',
    message: problem?.detail ?? problem?.title ?? '',
    reference: problem?.requestId,
  }
}
