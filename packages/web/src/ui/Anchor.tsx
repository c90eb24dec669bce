import { useRouter } from '@tanstack/react-router'
import type { ComponentPropsWithRef, MouseEvent } from 'react'

/**
 * A link. Addresses of this application are opened by the router, everything else by the browser; modifier keys,
 * downloads and other windows keep their meaning.
 */
export function Anchor({ href, onClick, ...rest }: ComponentPropsWithRef<'a'> & { href: string }) {
  const router = useRouter({ warn: false })

  function open(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    if (!router || !staysInApplication(event, href)) return
    event.preventDefault()
    void router.navigate({ href })
  }

  return <a href={href} onClick={open} {...rest} />
}

function staysInApplication(event: MouseEvent<HTMLAnchorElement>, href: string): boolean {
  const { target, download } = event.currentTarget
  const ordinary = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
  return (
    ordinary && !event.defaultPrevented && target === '' && download === '' && /^\/(?!\/|api\/)/.test(href)
  )
}
