import { useEffect } from 'react'

/**
 * Sets the window's title: "Place · programme · Viceversa". Pass no person's name in confidential places; titles end
 * up in histories and on shared screens.
 */
export function useDocumentTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter(Boolean), 'Viceversa'].join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}
