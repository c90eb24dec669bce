import { useLingui } from '@lingui/react/macro'
import type { Pair } from '@viceversa/domain/pairs/contract.ts'
import { useProfileWords } from '../match-runs/use-profile-words.ts'
import styles from './PairPage.module.css'

/** Up to three points that both have in common, as the reader would say them (rule R14). */
export function CommonGroundList({ pair }: { pair: Pair }) {
  const sentence = useCommonGroundWords(pair)
  return (
    <ul className={styles.commonGround}>
      {pair.commonGround.map((point) => (
        <li key={`${point.kind} ${point.value}`}>{sentence(point)}</li>
      ))}
    </ul>
  )
}

function useCommonGroundWords({ mySeat, mentor, leader, themeNames }: Pair) {
  const { t } = useLingui()
  const words = useProfileWords()
  const partner = mySeat === 'mentor' ? leader.givenName : mentor.givenName

  return ({ kind, value }: Pair['commonGround'][number]): string => {
    const theme = themeNames[value] ?? value
    switch (kind) {
      case 'theme':
        return mySeat === 'mentor'
          ? t`${partner} wants to learn about “${theme}”; you offer it`
          : t`You want to learn about “${theme}”; ${partner} offers it`
      case 'give-back':
        return mySeat === 'mentor'
          ? t`You would like “${theme}” in return; ${partner} can give it`
          : t`${partner} would like “${theme}” in return; you can give it`
      case 'interest':
        return t`You both enjoy ${words.interest(value)}`
      case 'work-style':
        return t`You both prefer ${words.workStyle(value)}`
      case 'language':
        return t`You both speak ${words.language(value)}`
      case 'time':
        return t`You are free at the same time: ${value}`
      case 'site':
        return t`You both work in ${value}`
    }
  }
}
