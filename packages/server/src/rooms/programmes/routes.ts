import { stateOn } from '@viceversa/domain/programmes/programme-states.ts'
import { publishUpdate } from '../../platform/events/publish-update.ts'
import { answerVersion, api, refuseStale, signedIn } from '../../platform/http/operations.ts'
import { peopleManager } from '../accounts/guards.ts'
import { catalogue } from './catalogue.ts'
import { changeProgramme } from './change-programme.ts'
import { controlRoom } from './control-room.ts'
import { createProgramme } from './create-programme.ts'
import { member, programmeManager } from './guards.ts'
import { openProgramme } from './open-programme.ts'
import { programmesManagedBy, todayAt } from './queries.ts'
import { removeProgramme } from './remove-programme.ts'
import { showProgramme } from './show-programme.ts'
import { viewProgramme } from './view-programme.ts'

export const programmesRoutes = {
  templates: api.programmes.templates.use(signedIn).handler(() => ({
    templates: [...catalogue.templates],
    themes: [...catalogue.themes],
    giveBackThemes: [...catalogue.giveBackThemes],
  })),

  list: api.programmes.list.use(signedIn).handler(({ context }) =>
    context.act(async (db) => {
      const today = await todayAt(db, context.platform.clock.now())
      const programmes = await programmesManagedBy(db, context.me)
      return programmes.map((programme) => ({ ...programme, state: stateOn(today, programme) }))
    }),
  ),

  create: api.programmes.create.use(peopleManager).handler(({ input, context }) =>
    context.act(async (db) => {
      const now = context.platform.clock.now()
      const programmeId = await createProgramme(db, input, context.me, now)
      await publishUpdate(db, { topic: 'me', to: { persons: [context.me] } })
      const programme = await showProgramme(db, programmeId, now)
      answerVersion(context, programme.version)
      return programme
    }),
  ),

  show: api.programmes.show.use(programmeManager).handler(async ({ input, context }) => {
    const programme = await context.act((db) =>
      showProgramme(db, input.programmeId, context.platform.clock.now()),
    )
    answerVersion(context, programme.version)
    return programme
  }),

  view: api.programmes.view
    .use(member)
    .handler(({ input, context }) =>
      context.act((db) => viewProgramme(db, input.programmeId, context.platform.clock.now())),
    ),

  change: api.programmes.change.use(programmeManager).handler(({ input, context }) =>
    context.act(async (db) => {
      const { programmeId, ...changes } = input
      await changeProgramme(db, programmeId, changes, context.me, (current) => refuseStale(context, current))
      const programme = await showProgramme(db, programmeId, context.platform.clock.now())
      await tellManagers(db, programmeId)
      answerVersion(context, programme.version)
      return programme
    }),
  ),

  open: api.programmes.open.use(programmeManager).handler(({ input: { programmeId }, context }) =>
    context.act(async (db) => {
      const now = context.platform.clock.now()
      await openProgramme(db, programmeId, now)
      await tellManagers(db, programmeId)
      const programme = await showProgramme(db, programmeId, now)
      answerVersion(context, programme.version)
      return programme
    }),
  ),

  remove: api.programmes.remove.use(programmeManager).handler(({ input: { programmeId }, context }) =>
    context.act(async (db) => {
      await tellManagers(db, programmeId)
      await removeProgramme(db, programmeId)
    }),
  ),

  controlRoom: api.programmes.controlRoom
    .use(programmeManager)
    .handler(({ input, context }) =>
      context.act((db) => controlRoom(db, input.programmeId, context.platform.clock.now())),
    ),
}

function tellManagers(db: Parameters<typeof publishUpdate>[0], programmeId: string): Promise<void> {
  return publishUpdate(db, { topic: 'programme', id: programmeId, to: { programmeManagersOf: programmeId } })
}
