/** From then on an answer may be old, and the question is asked again. In ms since the page was opened. */
export const EARLY_MILLISECONDS = 10_000

type Early = { earlyAnswers?: Map<string, Promise<Response | null>> }

/**
 * What `public/first.js` asked while the application was on its way: each answer can be taken once, soon, and only when
 * it is a good one, since a refusal may not hold any more after signing in. Null when there is none.
 */
export async function earlyAnswer(
  { method, url }: Request,
  now = performance.now(),
): Promise<Response | null> {
  const early = (globalThis as Early).earlyAnswers
  const { pathname, search } = new URL(url)
  const asked = early?.get(pathname + search)
  if (!asked || method !== 'GET') return null
  early?.delete(pathname + search)
  if (now > EARLY_MILLISECONDS) return null
  const answer = await asked
  return answer?.ok ? answer : null
}
