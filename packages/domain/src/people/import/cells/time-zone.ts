import { findIana } from 'windows-iana'

const zones = Intl.supportedValuesOf('timeZone')
const zoneByLowerCase = new Map(zones.map((zone) => [zone.toLowerCase(), zone]))

/** "berlin" to Europe/Berlin, for places that only one zone is named after. */
const zoneByCity = new Map<string, string | null>()
for (const zone of zones) {
  const city = zone.split('/').at(-1)!.replaceAll('_', ' ').toLowerCase()
  zoneByCity.set(city, zoneByCity.has(city) ? null : zone)
}

/**
 * The IANA name of a time zone as HR systems write it, or `null`.
 *
 * Takes IANA names in any case, older names (US/Eastern), Windows names ("W. Europe Standard Time"), the city alone
 * ("Berlin") and labels such as "(GMT+01:00) Europe/Berlin". A mere offset or an abbreviation such as EST or IST is
 * `null`: it leaves open which clocks change when.
 */
export function readTimeZone(text: string): string | null {
  const bare = text
    .replace(/^\((?:UTC|GMT)[^)]*\)\s*/i, '')
    .replace(/\s*\([^)]*\)$/, '')
    .trim()
  if (/^(utc|gmt|z|etc\/utc)$/i.test(bare)) return 'UTC'

  const direct = zoneByLowerCase.get(bare.toLowerCase().replaceAll(' ', '_'))
  if (direct) return direct
  const windows = findIana(bare)[0]
  if (windows) return canonical(windows)
  if (/^[a-z_]+\/[a-z_/+-]+$/i.test(bare)) return canonical(bare)
  return zoneByCity.get(bare.toLowerCase()) ?? null
}

/** The name that this runtime prefers, so that two files saying the same never differ. */
function canonical(zone: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return null
  }
}
