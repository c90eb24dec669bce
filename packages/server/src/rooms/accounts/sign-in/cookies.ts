/** `__Host-` binds a cookie to exactly this host over TLS; browsers refuse it over plain HTTP. */
export function cookiePrefix(address: string): string {
  return isSecure(address) ? '__Host-viceversa' : 'viceversa'
}

export function isSecure(address: string): boolean {
  return address.startsWith('https://')
}

/** The same headers without one cookie. */
export function cookiesWithout(headers: Headers, name: string): Headers {
  const cookies = headers.get('cookie')?.split(/;\s*/) ?? []
  const others = new Headers(headers)
  others.set('cookie', cookies.filter((cookie) => !cookie.startsWith(`${name}=`)).join('; '))
  return others
}

export function sessionCookieName(address: string): string {
  return `${cookiePrefix(address)}.session`
}

/** A `Set-Cookie` that makes the browser forget its session. */
export function expiredSessionCookie(address: string): string {
  const secure = isSecure(address) ? '; Secure' : ''
  return `${sessionCookieName(address)}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure}`
}
