import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** The size of an element in px, measured before the first paint and whenever it changes. */
export function useElementSize<Element extends HTMLElement>(): [
  RefObject<Element | null>,
  { width: number; height: number },
] {
  const element = useRef<Element>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })
  useLayoutEffect(() => {
    const target = element.current
    if (!target) return
    const measure = () => setSize({ width: target.clientWidth, height: target.clientHeight })
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(target)
    return () => observer.disconnect()
  }, [])
  return [element, size]
}
