import IconAlertTriangle from '@tabler/icons-react/icons/IconAlertTriangle'
import IconCloudCheck from '@tabler/icons-react/icons/IconCloudCheck'
import { useState } from 'react'
import { WizardLayout } from '../../app/layouts/WizardLayout.tsx'
import { Button, TextButton } from '../Button.tsx'
import { DateField } from '../DateField.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { Columns, Stack } from '../Layout.tsx'
import { Notice } from '../Notice.tsx'
import { RadioCards } from '../RadioCards.tsx'
import { Segmented } from '../Segmented.tsx'
import type { Step } from '../Stepper.tsx'
import { Strand } from '../Strand.tsx'

const steps: Step[] = [
  { key: '1', label: 'Purpose', detail: 'Leaders hear how flexible work feels', state: 'done', href: '#1' },
  {
    key: '2',
    label: 'People responsible',
    detail: 'Sponsor, you, outside contact',
    state: 'done',
    href: '#2',
  },
  { key: '3', label: 'Themes', detail: 'Flexible work, everyday tools', state: 'done', href: '#3' },
  { key: '4', label: 'Rhythm and dates', detail: 'You are here', state: 'current' },
  { key: '5', label: 'Safeguards', state: 'ahead' },
  { key: '6', label: 'What we measure', state: 'ahead' },
  { key: '7', label: 'Review and open', state: 'ahead' },
]

export function WizardFrame() {
  const [months, setMonths] = useState<'3' | '6' | '12'>('6')
  const [minutes, setMinutes] = useState(60)
  const [kickOff, setKickOff] = useState('2026-09-14')
  const [last, setLast] = useState('2027-03-12')
  const [deletion, setDeletion] = useState('2027-03-01')
  return (
    <WizardLayout
      subject="New programme"
      steps={steps}
      status={
        <>
          <IconCloudCheck size={18} aria-hidden /> Saved at 14:06
        </>
      }
      top={
        <>
          <span>Fresh Eyes, autumn intake</span>
          <Button variant="quiet">Save and leave</Button>
        </>
      }
      title="Rhythm and dates"
      lead="A steady rhythm matters more than many sessions. You can adjust it later; people are told what changed and why."
      actions={
        <>
          <Button>Back</Button>
          <Button variant="primary">Save and continue</Button>
        </>
      }
      asideLabel="Preview"
      aside={
        <Stack gap={3}>
          <h2>What a pair will see</h2>
          <Strand
            label="What a pair will see"
            orientation="upright"
            sessions={[
              { key: '1', label: '14 Sep', detail: 'Kick-off week', state: 'planned' },
              { key: '2', label: 'Oct', detail: 'Session 2', state: 'planned' },
              { key: '3', label: 'Nov', detail: 'Session 3', state: 'planned' },
              { key: '4', label: '21 Dec', detail: 'Session 4', state: 'conflict' },
              { key: '5', label: 'Jan', detail: 'Session 5', state: 'planned' },
              { key: '6', label: 'Feb', detail: 'Last session', state: 'planned' },
            ]}
          />
          <Notice
            tone="caution"
            icon={IconAlertTriangle}
            title="21 December falls in the closing week"
            action={<TextButton>Move session 4 to 11 January</TextButton>}
          >
            of Gdańsk and Porto.
          </Notice>
        </Stack>
      }
    >
      <ErrorSummary
        problems={[{ fieldId: 'del', message: 'The deletion date must come after the last session' }]}
        submissions={0}
      />
      <RadioCards
        label="How long will it run?"
        value={months}
        onChange={setMonths}
        options={[
          { value: '3', label: 'Three months', detail: 'A pilot: 4 to 8 pairs, 3 sessions.' },
          { value: '6', label: 'Six months', detail: '12 to 25 pairs, 6 sessions. What most choose.' },
          { value: '12', label: 'Twelve months', detail: '20 to 60 pairs, 8 to 10 sessions.' },
        ]}
      />
      <Columns layout="thirds" gap={3}>
        <DateField label="Kick-off" value={kickOff} onChange={setKickOff} />
        <DateField label="Last session by" value={last} onChange={setLast} />
        <Segmented
          label="Session length"
          value={minutes}
          onChange={setMinutes}
          unit="min"
          options={[45, 60, 90].map((value) => ({ value, label: value }))}
        />
      </Columns>
      <DateField
        id="del"
        label="Delete notes, answers and messages on"
        hint="Everyone sees this date when they join. It can move earlier, never later."
        width={20}
        value={deletion}
        onChange={setDeletion}
        error="1 March 2027 is before the last session on 12 March 2027. Choose a later date."
        fix={<Button onClick={() => setDeletion('2027-09-12')}>Use 12 September 2027</Button>}
      />
    </WizardLayout>
  )
}
