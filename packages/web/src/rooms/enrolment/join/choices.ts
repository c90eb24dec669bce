import { useLingui } from '@lingui/react/macro'
import type { Profile } from '@viceversa/domain/enrolment/contract.ts'
import { useFormat } from '../../../platform/Formatting.tsx'

/** Ways of working, in words. */
export function useWorkStyles(): { value: Profile['workStyle'][number]; label: string }[] {
  const { t } = useLingui()
  return [
    { value: 'walk-and-talk', label: t`Walk and talk` },
    { value: 'video-call', label: t`Video calls` },
    { value: 'in-person', label: t`Meeting in person` },
    { value: 'plan-ahead', label: t`Plan ahead` },
    { value: 'spontaneous', label: t`Spontaneous` },
    { value: 'direct-words', label: t`Direct words` },
    { value: 'gentle-words', label: t`Gentle words` },
    { value: 'listen-first', label: t`Listen first` },
    { value: 'think-aloud', label: t`Think aloud` },
    { value: 'write-first', label: t`Write things down first` },
    { value: 'hands-on', label: t`Try things out` },
    { value: 'big-picture', label: t`The big picture` },
    { value: 'details', label: t`The details` },
  ]
}

/** Interests outside work, in words. */
export function useInterests(): { value: Profile['interests'][number]; label: string }[] {
  const { t } = useLingui()
  return [
    { value: 'cooking', label: t`Cooking` },
    { value: 'sports', label: t`Sports` },
    { value: 'music', label: t`Music` },
    { value: 'reading', label: t`Reading` },
    { value: 'gaming', label: t`Gaming` },
    { value: 'travel', label: t`Travel` },
    { value: 'family', label: t`Family` },
    { value: 'volunteering', label: t`Volunteering` },
    { value: 'nature', label: t`Nature` },
    { value: 'arts', label: t`Arts` },
    { value: 'languages', label: t`Languages` },
    { value: 'technology', label: t`Technology` },
    { value: 'science', label: t`Science` },
    { value: 'crafts', label: t`Crafts` },
    { value: 'film', label: t`Film` },
    { value: 'politics-and-society', label: t`Politics and society` },
    { value: 'entrepreneurship', label: t`Starting businesses` },
    { value: 'health', label: t`Health` },
  ]
}

/** Widely spoken at work; somebody's own languages come first even when they are not among these. */
const commonLanguages = [
  'en',
  'ar',
  'bn',
  'cs',
  'da',
  'de',
  'el',
  'es',
  'fi',
  'fr',
  'he',
  'hi',
  'hu',
  'id',
  'it',
  'ja',
  'ko',
  'nl',
  'no',
  'pl',
  'pt',
  'ro',
  'ru',
  'sv',
  'sw',
  'th',
  'tr',
  'uk',
  'vi',
  'zh',
]

/** Languages to choose from in the reader's own words. */
export function useLanguages(own: readonly string[]): { value: string; label: string }[] {
  const { locale } = useFormat()
  const names = new Intl.DisplayNames([locale], { type: 'language' })
  const named = (tags: readonly string[]) =>
    tags
      .map((value) => ({ value, label: names.of(value) ?? value }))
      .toSorted((a, b) => a.label.localeCompare(b.label, locale))
  // What was suggested and what was saved are often the same.
  return [...named([...new Set(own)]), ...named(commonLanguages.filter((tag) => !own.includes(tag)))]
}

/** Every IANA zone that the browser knows, and the person's own. */
export function timeZones(own: string): { value: string; label: string }[] {
  const all = new Set([own, ...Intl.supportedValuesOf('timeZone')])
  return [...all].toSorted().map((value) => ({ value, label: value.replaceAll('_', ' ') }))
}
