import { describe, expect, test } from 'vitest'
import { isEasyToGuess } from './common-passwords.ts'

const known = ['ines.moreira@meridian.example', 'Ines', 'Moreira', 'Meridian Health']

describe('a password is easy to guess when it', () => {
  test.each([
    { password: 'aaaaaaaaaaaaaaaaaaaa', because: 'is one character over and over' },
    { password: 'abcabcabcabcabcabc', because: 'repeats a few characters' },
    { password: 'horsehorsehorsehorse', because: 'repeats one word' },
    { password: '123456789012345678', because: 'counts' },
    { password: 'qwertyuiopasdfghjkl', because: 'follows the keyboard' },
    { password: '1qaz2wsx3edc4rfv', because: 'follows the keyboard downwards' },
    { password: 'zyxwvutsrqponmlkj', because: 'is the alphabet backwards' },
    { password: 'Password Password 2026', because: 'is a common word with a year' },
    { password: 'P@ssword-P@ssword', because: 'puts signs in for letters' },
    { password: 'correct horse battery staple', because: 'is the famous one' },
    { password: 'The quick brown fox!!', because: 'is a phrase everybody quotes' },
    { password: 'Ines.Moreira.2026!!', because: 'is its owner’s name' },
    { password: 'ines.moreira@meridian.example', because: 'is its owner’s address' },
    { password: 'MeridianHealth123', because: 'is the organisation’s name' },
    { password: 'viceversa-admin-2026', because: 'is what it opens' },
    { password: 'Welcome to Viceversa', because: 'says what everybody says' },
  ])('$because', ({ password }) => {
    expect(isEasyToGuess(password, known)).toBe(true)
  })
})

describe('a password is fine when it', () => {
  test.each([
    { password: 'seven quiet herons at noon', because: 'is a sentence of one’s own' },
    { password: 'vellum-orchard-tadpole', because: 'is three words nobody puts together' },
    { password: 'xK9#mQ2$vL7@pR4!', because: 'comes from a password manager' },
    { password: 'Die Möwe frisst mein Brot', because: 'is in another language' },
    { password: '静かな湖畔の森の影から男と女の声がする', because: 'is in another script' },
    { password: 'Moreira hides nine lanterns', because: 'holds the name and enough besides' },
  ])('$because', ({ password }) => {
    expect(isEasyToGuess(password, known)).toBe(false)
  })
})
