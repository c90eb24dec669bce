import { api } from '../../platform/http/operations.ts'
import { peopleManager } from '../accounts/guards.ts'
import { directoryFacets } from './directory-queries.ts'
import { cancelImport, startApplication, undoImport } from './import/run/apply-run.ts'
import { importsSoFar } from './import/run/import-queries.ts'
import { startPlan } from './import/run/plan-run.ts'
import { readFile } from './import/run/read-file.ts'
import { problemFile, showChanges, showImport, showProblems } from './import/run/show-import.ts'
import { showLevelValues } from './import/run/show-level-values.ts'
import { showDirectory, showPerson } from './show-directory.ts'

export const peopleRoutes = {
  list: api.people.list
    .use(peopleManager)
    .handler(({ input, context }) => context.act((db) => showDirectory(db, input))),

  facets: api.people.facets
    .use(peopleManager)
    .handler(({ context }) => context.act((db) => directoryFacets(db))),

  show: api.people.show
    .use(peopleManager)
    .handler(({ input, context }) => context.act((db) => showPerson(db, input.personId))),

  imports: api.people.imports
    .use(peopleManager)
    .handler(({ context }) => context.act((db) => importsSoFar(db))),

  readFile: api.people.readFile
    .use(peopleManager)
    .handler(({ input, context }) => readFile(context, input.file, context.me)),

  showImport: api.people.showImport
    .use(peopleManager)
    .handler(({ input, context }) => context.act((db) => showImport(db, input.importId))),

  levelValues: api.people.levelValues
    .use(peopleManager)
    .handler(({ input, context }) => showLevelValues(context, input)),

  plan: api.people.plan
    .use(peopleManager)
    .handler(({ input, context }) => startPlan(context, input, context.me)),

  changes: api.people.changes
    .use(peopleManager)
    .handler(({ input, context }) => context.act((db) => showChanges(db, input))),

  problems: api.people.problems
    .use(peopleManager)
    .handler(({ input, context }) => context.act((db) => showProblems(db, input))),

  problemFile: api.people.problemFile
    .use(peopleManager)
    .handler(({ input, context }) => context.act((db) => problemFile(db, input.importId))),

  apply: api.people.apply
    .use(peopleManager)
    .handler(({ input, context }) => startApplication(context, input.importId, context.me)),

  undo: api.people.undo
    .use(peopleManager)
    .handler(({ input, context }) => undoImport(context, input.importId, context.me)),

  cancel: api.people.cancel
    .use(peopleManager)
    .handler(({ input, context }) => cancelImport(context, input.importId)),
}
