import { Trans, useLingui } from '@lingui/react/macro'
import IconCloudCheck from '@tabler/icons-react/icons/IconCloudCheck'
import IconCloudOff from '@tabler/icons-react/icons/IconCloudOff'
import { missingFromProfile } from '@viceversa/domain/enrolment/completeness.ts'
import type { MyEnrolment } from '@viceversa/domain/enrolment/contract.ts'
import { type AudienceField, audienceOf } from '@viceversa/domain/enrolment/field-audiences.ts'
import type { ProgrammeView, Theme } from '@viceversa/domain/programmes/contract.ts'
import { type FormEvent, useState } from 'react'
import { problemOf } from '../../../platform/api.ts'
import { Formatting, useFormat } from '../../../platform/Formatting.tsx'
import { AvailabilityGrid } from '../../../ui/AvailabilityGrid.tsx'
import { Button } from '../../../ui/Button.tsx'
import { ChipGroup } from '../../../ui/CheckboxGroup.tsx'
import { ErrorSummary } from '../../../ui/ErrorSummary.tsx'
import { Row, Stack } from '../../../ui/Layout.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { Section } from '../../../ui/Section.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { Select } from '../../../ui/Select.tsx'
import { useFinish } from '../queries.ts'
import { timeZones, useInterests, useLanguages, useWorkStyles } from './choices.ts'
import { FieldAudienceLine } from './FieldAudienceLine.tsx'
import { FieldName } from './FieldName.tsx'
import { LeaveButton } from './LeaveButton.tsx'
import styles from './ProfileForm.module.css'
import { useSavedProfile } from './useSavedProfile.ts'

type ProfileFormProps = { mine: MyEnrolment; view: ProgrammeView; onFinished: () => void; onLeft: () => void }

/** What somebody is matched by. Saves itself; only finishing asks for what matching cannot do without. */
export function ProfileForm({ mine, view, onFinished, onLeft }: ProfileFormProps) {
  const { t } = useLingui()
  const { seat } = mine
  const saved = useSavedProfile(view.id, mine)
  const { profile, change } = saved
  const finishing = useFinish(view.id)
  const [submissions, setSubmissions] = useState(0)
  const wasReady = mine.state === 'ready'
  const isMentor = seat === 'mentor'
  const errors = useMissingWords(seat)
  const missing = missingFromProfile(seat, profile)
  const errorOf = (field: (typeof missing)[number]) =>
    submissions > 0 && missing.includes(field) ? errors[field] : undefined
  const failure = problemOf(finishing.error)

  async function finish(event: FormEvent) {
    event.preventDefault()
    setSubmissions(submissions + 1)
    if (missing.length > 0 || !(await saved.save())) return
    await finishing.mutateAsync().then(onFinished, () => undefined)
  }

  const themes = isMentor
    ? { offers: view.themes, wants: view.giveBackThemes }
    : { offers: view.giveBackThemes, wants: view.themes }
  const offers = (
    <ThemeChips
      field="offers"
      seat={seat}
      themes={themes.offers}
      value={profile.offers}
      onChange={(chosen) => change({ offers: chosen })}
      error={errorOf('offers')}
      optional={!isMentor}
    />
  )
  const wants = (
    <ThemeChips
      field="wants"
      seat={seat}
      themes={themes.wants}
      value={profile.wants}
      onChange={(chosen) => change({ wants: chosen })}
      error={errorOf('wants')}
    />
  )

  return (
    <form onSubmit={(event) => void finish(event)} noValidate className={styles.form}>
      <PageHeader
        title={
          isMentor ? (
            <Trans>What could you show a leader?</Trans>
          ) : (
            <Trans>What would you like to learn?</Trans>
          )
        }
        lead={<Trans>You are matched by these answers and by nothing else. Ten minutes are enough.</Trans>}
      />
      <div className={styles.trouble}>
        <ErrorSummary
          submissions={submissions}
          problems={
            submissions > 0
              ? [
                  ...missing.map((field) => ({ fieldId: field, message: errors[field] })),
                  ...(failure ? [{ fieldId: 'finish', message: failure.detail ?? failure.title }] : []),
                ]
              : []
          }
        />
        {saved.failure !== null && (
          <Notice
            tone="critical"
            icon={IconCloudOff}
            live="assertive"
            title={<Trans>This is not saved yet.</Trans>}
            action={
              <Button size="small" onClick={() => void saved.save()}>
                <Trans>Try again</Trans>
              </Button>
            }
          >
            {saved.failure || <Trans>The server could not be reached. What you chose stays here.</Trans>}
          </Notice>
        )}
      </div>

      <Section title={<Trans>Themes</Trans>}>
        <Stack gap={5}>
          {isMentor ? offers : wants}
          {isMentor ? wants : offers}
          <Audience field="offers" seat={seat} />
        </Stack>
      </Section>

      <Section title={<Trans>How you are together</Trans>} divided>
        <Stack gap={5}>
          <ChipGroup
            label={<Trans>How do you like to work?</Trans>}
            optional
            value={profile.workStyle}
            onChange={(workStyle) => change({ workStyle })}
            options={useWorkStyles()}
          />
          <ChipGroup
            label={<Trans>What do you like outside work?</Trans>}
            optional
            hint={<Trans>Something to start the first conversation with.</Trans>}
            value={profile.interests}
            onChange={(interests) => change({ interests })}
            options={useInterests()}
          />
          <ChipGroup
            id="languages"
            label={<Trans>Which languages are you at ease in?</Trans>}
            value={profile.languages}
            onChange={(languages) => change({ languages })}
            options={useLanguages([...mine.suggested.languages, ...(mine.profile?.languages ?? [])])}
            error={errorOf('languages')}
          />
          <Audience field="workStyle" seat={seat} />
        </Stack>
      </Section>

      <Section title={<Trans>Time</Trans>} divided>
        <Stack gap={5}>
          <Select
            label={<Trans>Your time zone</Trans>}
            value={profile.timeZone}
            onChange={(timeZone) => change({ timeZone })}
            options={timeZones(profile.timeZone)}
            width={28}
          />
          <Formatting timeZone={profile.timeZone}>
            <AvailabilityGrid
              id="availability"
              label={<Trans>When are you usually free for a session?</Trans>}
              hint={
                <Trans>
                  An ordinary week is enough. Nobody books anything from this; it finds hours you share.
                </Trans>
              }
              value={profile.availability}
              onChange={(availability) => change({ availability })}
              error={errorOf('availability')}
            />
          </Formatting>
          <Audience field="availability" seat={seat} />
          <Segmented
            label={<Trans>How many partners at the same time?</Trans>}
            hint={<Trans>One is the rule. Choose more only if you wish to.</Trans>}
            value={profile.capacity}
            onChange={(capacity) => change({ capacity })}
            options={[1, 2, 3].map((count) => ({ value: count, label: count }))}
          />
          <Audience field="capacity" seat={seat} />
        </Stack>
      </Section>

      <div className={styles.foot} id="finish">
        <Button variant="primary" type="submit" busy={finishing.isPending && t`Saving`}>
          {wasReady ? <Trans>Done</Trans> : <Trans>I am ready to be matched</Trans>}
        </Button>
        <SavingStatus {...saved} />
        <span className={styles.gap} />
        <LeaveButton view={view} onLeft={onLeft} />
      </div>
    </form>
  )
}

type ThemeChipsProps = {
  field: 'offers' | 'wants'
  seat: MyEnrolment['seat']
  themes: readonly Theme[]
  value: readonly string[]
  onChange: (chosen: string[]) => void
  error: string | undefined
  optional?: boolean
}

function ThemeChips({ field, seat, themes, error, optional, ...chips }: ThemeChipsProps) {
  const hasLivedExperience = themes.some(({ livedExperience }) => livedExperience)
  return (
    <ChipGroup
      id={field}
      label={<FieldName field={field} seat={seat} />}
      hint={
        field === 'offers' && hasLivedExperience ? (
          <Trans>
            Themes from your own life count only if you choose them here. You speak for yourself, never for a
            group.
          </Trans>
        ) : undefined
      }
      options={themes.map(({ id, name }) => ({ value: id, label: name }))}
      error={error}
      optional={optional}
      {...chips}
    />
  )
}

function Audience({ field, seat }: { field: AudienceField; seat: MyEnrolment['seat'] }) {
  return <FieldAudienceLine audience={audienceOf(field)} seat={seat} />
}

function SavingStatus({ isSaving, savedAt, failure }: ReturnType<typeof useSavedProfile>) {
  const format = useFormat()
  return (
    <span role="status" className={styles.status}>
      {isSaving ? (
        <Trans>Saving</Trans>
      ) : failure === null && savedAt ? (
        <Row>
          <IconCloudCheck size={18} aria-hidden />
          <Trans>Saved at {format.time(savedAt.toISOString())}</Trans>
        </Row>
      ) : (
        <Trans>Everything you choose is saved at once.</Trans>
      )}
    </span>
  )
}

function useMissingWords(seat: MyEnrolment['seat']) {
  const { t } = useLingui()
  return {
    offers: t`Choose at least one theme you can show a leader.`,
    wants:
      seat === 'mentor'
        ? t`Choose at least one thing you want in return.`
        : t`Choose at least one theme you want to learn about.`,
    languages: t`Choose at least one language.`,
    availability: t`Mark at least two hours of the week.`,
  }
}
