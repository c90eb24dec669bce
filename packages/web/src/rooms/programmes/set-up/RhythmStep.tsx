import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Programme, ProgrammeTemplate } from '@viceversa/domain/programmes/contract.ts'
import {
  type DateProblem,
  dateProblems,
  type ProgrammeDateField,
  programmeDateFields,
} from '@viceversa/domain/programmes/date-order.ts'
import {
  datesFromKickOff,
  plannedSessions,
  suggestedDeletion,
} from '@viceversa/domain/programmes/time-line.ts'
import { useFormat } from '../../../platform/Formatting.tsx'
import { Button } from '../../../ui/Button.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { FieldGroup } from '../../../ui/Field.tsx'
import { NumberField } from '../../../ui/NumberField.tsx'
import { RadioCards } from '../../../ui/RadioCards.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { templatesQuery } from '../queries.ts'
import styles from './RhythmStep.module.css'
import { StepFrame } from './StepFrame.tsx'
import { type Draft, useSelfSaving } from './useSelfSaving.ts'
import { WhoDoesWhat } from './WhoDoesWhat.tsx'

/** How long it runs, when, how often, who does what between sessions, and when everything is deleted. */
export function RhythmStep({ programme }: { programme: Programme }) {
  const { t } = useLingui()
  const { data: catalogue } = useSuspenseQuery(templatesQuery())
  const saving = useSelfSaving(programme, (draft) => dateProblems({ ...programme, ...draft }).length === 0)
  const { value, change, save, problem } = saving
  const wordsOf = useDateWords()
  const wrong = dateProblems(value)
  const messageOf = (field: ProgrammeDateField) => {
    const known = wrong.find((each) => each.field === field)
    if (known) return wordsOf(known)
    return problem?.kind === 'fields' ? problem.messages[field] : undefined
  }
  const date = (field: ProgrammeDateField) => ({
    id: field,
    value: value[field] ?? '',
    // Half a date is no date yet: it is sent when the field is left.
    onChange: (day: string) => change({ [field]: day || null } as Draft, { soon: day !== '' }),
    onBlur: () => void save(),
    error: messageOf(field),
  })
  const isSameRhythm =
    value.kickOffOn === programme.kickOffOn &&
    value.lastSessionOn === programme.lastSessionOn &&
    value.sessionCount === programme.sessionCount
  const preview =
    value.kickOffOn && value.lastSessionOn && value.lastSessionOn >= value.kickOffOn
      ? plannedSessions(value.kickOffOn, value.lastSessionOn, value.sessionCount)
      : []
  const isLeaderFirst = value.scheduledBy === 'leader'

  return (
    <StepFrame
      programme={programme}
      step="rhythm"
      saving={saving}
      title={<Trans>Rhythm and dates</Trans>}
      lead={
        <Trans>
          A steady rhythm matters more than many sessions. You can adjust it later; people are told what
          changed and why.
        </Trans>
      }
      problems={programmeDateFields.flatMap((field) => {
        const message = messageOf(field)
        return message && wrong.some((each) => each.field === field) ? [{ fieldId: field, message }] : []
      })}
      sessions={isSameRhythm ? programme.sessions : preview}
    >
      <RadioCards
        label={<Trans>How long will it run?</Trans>}
        value={value.template}
        onChange={(template) =>
          change(broughtBy(catalogue.templates.find(({ id }) => id === template)!, value.kickOffOn))
        }
        options={catalogue.templates.map(({ id, name, description }) => ({
          value: id,
          label: name,
          detail: description,
        }))}
      />
      <div className={styles.dates}>
        <DateField label={<Trans>Kick-off</Trans>} {...date('kickOffOn')} />
        <DateField label={<Trans>Last session by</Trans>} {...date('lastSessionOn')} />
        <Segmented
          label={<Trans>Session length</Trans>}
          value={value.sessionMinutes}
          onChange={(sessionMinutes) => change({ sessionMinutes })}
          options={([45, 60, 90] as const).map((minutes) => ({ value: minutes, label: minutes }))}
          unit={<Trans>min</Trans>}
        />
      </div>
      <div className={styles.dates}>
        <NumberField
          id="sessionCount"
          label={<Trans>Sessions of each pair</Trans>}
          value={value.sessionCount}
          onChange={(count) =>
            count !== null && change({ sessionCount: Math.min(24, Math.max(1, Math.round(count))) })
          }
          min={1}
          max={24}
        />
        <NumberField
          id="expectedPairs"
          label={<Trans>Pairs you expect</Trans>}
          value={value.expectedPairs}
          onChange={(pairs) =>
            pairs !== null && change({ expectedPairs: Math.min(1000, Math.max(1, Math.round(pairs))) })
          }
          min={1}
          max={1000}
        />
        <NumberField
          id="acceptWithinDays"
          label={<Trans>Time to answer a proposal</Trans>}
          value={value.acceptWithinDays}
          onChange={(days) =>
            days !== null && change({ acceptWithinDays: Math.min(60, Math.max(1, Math.round(days))) })
          }
          min={1}
          max={60}
          unit={t`days`}
        />
      </div>
      <FieldGroup
        label={<Trans>Who does what between sessions?</Trans>}
        hint={
          <Trans>
            We suggest that leaders book and mentors set the agenda: chasing a director costs a junior more.
          </Trans>
        }
      >
        <WhoDoesWhat
          scheduledBy={value.scheduledBy}
          onSwap={() =>
            change(
              isLeaderFirst
                ? { scheduledBy: 'mentor', agendaBy: 'leader' }
                : { scheduledBy: 'leader', agendaBy: 'mentor' },
            )
          }
        />
      </FieldGroup>
      <DateField
        label={<Trans>End of the programme</Trans>}
        hint={<Trans>Closing event and last answers. Two weeks after the last session are usual.</Trans>}
        {...date('endsOn')}
        width={20}
        fix={
          <Fix
            problem={wrong.find(({ field }) => field === 'endsOn')}
            onFix={(endsOn) => change({ endsOn })}
          />
        }
      />
      <DateField
        label={<Trans>Delete notes, answers and messages on</Trans>}
        hint={
          <Trans>
            Everybody sees this date when they join. Once the programme is open it can move earlier, never
            later.
          </Trans>
        }
        {...date('deletesOn')}
        width={20}
        fix={
          <Fix
            problem={
              wrong.find(({ field }) => field === 'deletesOn') ??
              (value.deletesOn === null && value.lastSessionOn
                ? { suggestion: suggestedDeletion(value.lastSessionOn) }
                : undefined)
            }
            onFix={(deletesOn) => change({ deletesOn })}
          />
        }
      />
    </StepFrame>
  )
}

/** What another template changes: length, rhythm, and the dates counted from the same kick-off. */
function broughtBy(template: ProgrammeTemplate, kickOffOn: string | null): Draft {
  const { id, months, sessionCount, sessionMinutes, expectedPairs } = template
  return {
    template: id,
    sessionCount,
    sessionMinutes,
    expectedPairs: expectedPairs.from,
    ...(kickOffOn ? datesFromKickOff(kickOffOn, months) : {}),
  }
}

function Fix({
  problem,
  onFix,
}: {
  problem: Pick<DateProblem, 'suggestion'> | undefined
  onFix: (day: string) => void
}) {
  const format = useFormat()
  const suggestion = problem?.suggestion
  if (!suggestion) return null
  return (
    <Button onClick={() => onFix(suggestion)}>
      <Trans>Use {format.date(suggestion)}</Trans>
    </Button>
  )
}

/** What is wrong with a date, in a sentence that names both dates. */
function useDateWords() {
  const { t } = useLingui()
  const format = useFormat()
  return ({ given, clashesWith, clashesOn }: DateProblem): string => {
    const [day, other] = [format.date(given), format.date(clashesOn)]
    if (clashesWith === 'kickOffOn') return t`${day} is before the kick-off on ${other}. Choose a later date.`
    if (clashesWith === 'lastSessionOn')
      return t`${day} is before the last session on ${other}. Choose a later date.`
    return t`${day} is before the end on ${other}. Choose a later date.`
  }
}
