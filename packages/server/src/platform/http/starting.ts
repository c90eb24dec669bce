/** What a visitor sees between the command and the first page: the process lives, the database is on its way. */
export function answerWhileStarting(request: Request): Response {
  const headers = { 'cache-control': 'no-store' }
  if (new URL(request.url).pathname === '/livez') return new Response('alive\n', { headers })
  return new Response('Viceversa is starting. Load this page again in a few seconds.\n', {
    status: 503,
    headers: { ...headers, 'retry-after': '3', refresh: '3', 'content-type': 'text/plain; charset=utf-8' },
  })
}
