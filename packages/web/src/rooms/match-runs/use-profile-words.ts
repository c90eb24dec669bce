import { useLingui } from '@lingui/react/macro'

/** Words for what two profiles share, as they stand in the middle of a sentence. An unknown id is shown as it is. */
export function useProfileWords() {
  const { t, i18n } = useLingui()
  const workStyles: Record<string, string> = {
    'walk-and-talk': t`walking while talking`,
    'video-call': t`video calls`,
    'in-person': t`meeting in person`,
    'plan-ahead': t`planning ahead`,
    spontaneous: t`deciding on the spot`,
    'direct-words': t`direct words`,
    'gentle-words': t`gentle words`,
    'listen-first': t`listening first`,
    'think-aloud': t`thinking aloud`,
    'write-first': t`writing first`,
    'hands-on': t`trying things out`,
    'big-picture': t`the big picture`,
    details: t`details`,
  }
  const interests: Record<string, string> = {
    cooking: t`cooking`,
    sports: t`sports`,
    music: t`music`,
    reading: t`reading`,
    gaming: t`gaming`,
    travel: t`travel`,
    family: t`family life`,
    volunteering: t`volunteering`,
    nature: t`nature`,
    arts: t`the arts`,
    languages: t`languages`,
    technology: t`technology`,
    science: t`science`,
    crafts: t`crafts`,
    film: t`films`,
    'politics-and-society': t`politics and society`,
    entrepreneurship: t`starting businesses`,
    health: t`keeping healthy`,
  }
  const languageNames = new Intl.DisplayNames([i18n.locale], { type: 'language' })
  return {
    workStyle: (id: string) => workStyles[id] ?? id,
    interest: (id: string) => interests[id] ?? id,
    language: (tag: string) => languageNames.of(tag) ?? tag,
  }
}
