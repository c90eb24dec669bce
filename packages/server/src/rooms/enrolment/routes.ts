import type { Db } from '../../platform/database/as-actor.ts'
import { publishUpdate } from '../../platform/events/publish-update.ts'
import { api, signedIn } from '../../platform/http/operations.ts'
import type { Platform } from '../../platform/platform.ts'
import { programmeManager } from '../programmes/guards.ts'
import { consent } from './consent.ts'
import { finishProfile } from './finish-profile.ts'
import { inviteAgain } from './invite-again.ts'
import { invitePeople } from './invite-people.ts'
import { leaveProgramme } from './leave-programme.ts'
import { myEnrolment } from './my-enrolment.ts'
import { enrolmentRows } from './queries.ts'
import { saveProfile } from './save-profile.ts'
import { takeBackInvitation } from './take-back-invitation.ts'

export const enrolmentRoutes = {
  list: api.enrolment.list
    .use(programmeManager)
    .handler(({ input, context }) => context.act((db) => enrolmentRows(db, input.programmeId))),

  invite: api.enrolment.invite.use(programmeManager).handler(({ input, context }) =>
    context.act(async (db) => {
      const answer = await invitePeople(db, input, sender(context), context.platform.clock.now())
      await tellManagers(db, input.programmeId)
      return answer
    }),
  ),

  // Whose invitation it is shows only in the row, which row-level security gives to its programme managers alone.
  takeBackInvitation: api.enrolment.takeBackInvitation.use(signedIn).handler(({ input, context }) =>
    context.act(async (db) => {
      const programmeId = await takeBackInvitation(db, input.enrolmentId)
      await tellManagers(db, programmeId)
    }),
  ),

  inviteAgain: api.enrolment.inviteAgain.use(signedIn).handler(({ input, context }) =>
    context.act(async (db) => {
      const now = context.platform.clock.now()
      const programmeId = await inviteAgain(db, input.enrolmentId, sender(context), now)
      await tellManagers(db, programmeId)
      return { invited: 1 }
    }),
  ),

  mine: api.enrolment.mine
    .use(signedIn)
    .handler(({ input, context }) => context.act((db) => myEnrolment(db, input.programmeId, context.me))),

  consent: api.enrolment.consent.use(signedIn).handler(({ input: { programmeId }, context }) =>
    context.act(async (db) => {
      await consent(db, programmeId, context.me, context.platform.clock.now())
      await tellBoth(db, programmeId, context.me)
      return await myEnrolment(db, programmeId, context.me)
    }),
  ),

  saveProfile: api.enrolment.saveProfile.use(signedIn).handler(({ input, context }) =>
    context.act(async (db) => {
      const { programmeId, ...profile } = input
      await saveProfile(db, programmeId, profile, context.me, context.platform.clock.now())
      return await myEnrolment(db, programmeId, context.me)
    }),
  ),

  finish: api.enrolment.finish.use(signedIn).handler(({ input: { programmeId }, context }) =>
    context.act(async (db) => {
      await finishProfile(db, programmeId, context.me, context.platform.clock.now())
      await tellBoth(db, programmeId, context.me)
      return await myEnrolment(db, programmeId, context.me)
    }),
  ),

  leave: api.enrolment.leave.use(signedIn).handler(({ input: { programmeId }, context }) =>
    context.act(async (db) => {
      await leaveProgramme(db, programmeId, context.me)
      await tellBoth(db, programmeId, context.me)
    }),
  ),
}

function sender({ me, platform }: { me: string; platform: Platform }) {
  return { personId: me, address: platform.config.address }
}

function tellManagers(db: Db, programmeId: string): Promise<void> {
  return publishUpdate(db, { topic: 'enrolment', id: programmeId, to: { programmeManagersOf: programmeId } })
}

async function tellBoth(db: Db, programmeId: string, me: string): Promise<void> {
  await publishUpdate(db, { topic: 'me', to: { persons: [me] } })
  await tellManagers(db, programmeId)
}
