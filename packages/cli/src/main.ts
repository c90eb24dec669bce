import { run } from './run.ts'

// Whoever reads the output may have heard enough, as `head` has.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await run(process.argv.slice(2), { out: process.stdout, err: process.stderr }, new Date())
