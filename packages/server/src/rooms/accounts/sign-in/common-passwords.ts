/**
 * Whether a long password is one that guessers try early: a famous phrase, a keyboard row, a few characters or one
 * word over and over, or little more than what everybody knows about its owner.
 *
 * Lists of leaked passwords hold hardly any of 15 characters or more, so the rule looks at how such passwords are
 * made. Spaces, case and punctuation do not count, nor do the digits that people put in for letters.
 *
 * @param known - What everybody knows: e-mail address, names, the organisation's name.
 */
export function isEasyToGuess(password: string, known: readonly string[]): boolean {
  const plain = plainOf(password)
  if (new Set(plain).size < 6) return true
  if (repeatsItself(plain)) return true
  if (followsARow(plain)) return true
  if (FAMOUS.some((phrase) => plain.includes(phrase) && plain.length - phrase.length < MUST_REMAIN))
    return true
  return withoutWords(plain, [...known.flatMap(wordsOf), ...COMMON_WORDS]).length < MUST_REMAIN
}

/** Characters that must be left once everything easy is taken away. */
const MUST_REMAIN = 6

function plainOf(text: string): string {
  return [...text.normalize('NFKD').toLowerCase()]
    .map((character) => LETTER_FOR[character] ?? character)
    .join('')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
}

const LETTER_FOR: Readonly<Record<string, string>> = { '@': 'a', $: 's', '€': 'e' }

/** What is longer than this is hard to guess by itself. */
const LONGEST_UNIT = 12

/** `abcabcabc`: the text is a short one over and over, the last time perhaps cut short. */
function repeatsItself(plain: string): boolean {
  for (let length = 1; length <= Math.min(plain.length / 2, LONGEST_UNIT); length++) {
    const unit = plain.slice(0, length)
    if (unit.repeat(Math.ceil(plain.length / length)).startsWith(plain)) return true
  }
  return false
}

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'q1w2e3r4t5y6u7i8o9p0',
  '1q2w3e4r5t6y7u8i9o0p',
]

/** Mostly steps along the alphabet, the digits or a keyboard, forwards or backwards. */
function followsARow(plain: string): boolean {
  return ROWS.some((row) => {
    const backwards = [...row].reverse().join('')
    let steps = 0
    for (let at = 0; at + 1 < plain.length; at++) {
      const step = plain.slice(at, at + 2)
      if (row.includes(step) || backwards.includes(step)) steps++
    }
    return plain.length - 1 - steps < MUST_REMAIN - 1
  })
}

function wordsOf(text: string): string[] {
  const parts = text.split(/[^\p{L}\p{N}]+/u).map(plainOf)
  return [plainOf(text), ...parts].filter((part) => part.length >= 3)
}

/** Takes the longest words away first, then digits at either end: years and counters add little. */
function withoutWords(plain: string, words: readonly string[]): string {
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length)
  const rest = longestFirst.reduce((left, word) => left.replaceAll(word, ''), plain)
  return rest.replaceAll(/^\d+|\d+$/g, '')
}

/** Phrases of 12 letters or more that everybody quotes when asked for a long password. */
const FAMOUS = [
  'correcthorsebatterystaple',
  'thequickbrownfox',
  'jumpsoverthelazydog',
  'loremipsumdolorsitamet',
  'tobeornottobe',
  'thatisthequestion',
  'maytheforcebewithyou',
  'iamyourfather',
  'opensesame',
  'onceuponatime',
  'happilyeverafter',
  'allyourbasearebelongtous',
  'twinkletwinklelittlestar',
  'maryhadalittlelamb',
  'happybirthdaytoyou',
  'inthebeginningwastheword',
  'ourfatherwhoartinheaven',
  'godsavethequeen',
  'godsavetheking',
  'wethepeopleofthe',
  'fourscoreandsevenyears',
  'ihaveadream',
  'onesmallstepforman',
  'nevergonnagiveyouup',
  'supercalifragilistic',
  'itwasthebestoftimes',
  'itwasadarkandstormynight',
  'callmeishmael',
  'winteriscoming',
  'youshallnotpass',
  'houstonwehaveaproblem',
  'elementarymydearwatson',
  'letthemeatcake',
  'venividivici',
  'cogitoergosum',
  'keepcalmandcarryon',
]

const COMMON_WORDS = [
  'viceversa',
  'reversementoring',
  'password',
  'passwort',
  'passw0rd',
  'p4ssw0rd',
  'motdepasse',
  'contrasena',
  'wachtwoord',
  'passphrase',
  'letmein',
  'welcome',
  'willkommen',
  'bienvenue',
  'changeme',
  'changethis',
  'administrator',
  'administration',
  'admin',
  'mentoring',
  'mentor',
  'mentee',
  'leader',
  'manager',
  'programme',
  'program',
  'company',
  'organisation',
  'organization',
  'secret',
  'default',
  'testing',
  'test',
  'guest',
  'login',
  'signin',
  'master',
  'monkey',
  'dragon',
  'football',
  'baseball',
  'iloveyou',
  'sunshine',
  'princess',
  'superman',
  'batman',
  'starwars',
  'pokemon',
  'liverpool',
  'arsenal',
  'chelsea',
  'computer',
  'internet',
  'whatever',
  'trustno1',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfgh',
  'zxcvbn',
  'abc123',
  '123456789',
  '12345678',
  '123456',
  '12345',
  '1234',
  'january',
  'february',
  'march',
  'april',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
  'spring',
  'summer',
  'autumn',
  'winter',
  'hello',
  'please',
  'thankyou',
  'mypassword',
  'this',
  'that',
  'with',
  'and',
  'the',
  'my',
  'is',
]
