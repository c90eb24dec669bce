import { createContext, useContext, useLayoutEffect } from 'react'

/** How much room a page asks of the shell: the navigation as a rail, the sheet exactly as high as the window. */
export type ShellMode = { rail: boolean; fill: boolean }

export type ShellSlots = {
  /** Where the page's own part of the top bar is drawn. */
  topBar: HTMLElement | null
  setMode: (mode: ShellMode) => void
}

export const ShellContext = createContext<ShellSlots | undefined>(undefined)

export const ordinaryMode: ShellMode = { rail: false, fill: false }

/** For pages that need the whole window, such as the matching studio. Holds while the page is shown. */
export function useShellMode({ rail = false, fill = false }: Partial<ShellMode>): void {
  const setMode = useContext(ShellContext)?.setMode
  useLayoutEffect(() => {
    setMode?.({ rail, fill })
    return () => setMode?.(ordinaryMode)
  }, [setMode, rail, fill])
}
