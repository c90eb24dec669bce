import { useState } from 'react'
import { AvailabilityGrid } from '../AvailabilityGrid.tsx'
import { officeHours } from '../availability.ts'
import { Button } from '../Button.tsx'
import { Checkbox } from '../Checkbox.tsx'
import { CheckboxGroup, ChipGroup } from '../CheckboxGroup.tsx'
import { ComboBox, type ComboOption } from '../ComboBox.tsx'
import { DateField } from '../DateField.tsx'
import { ErrorSummary } from '../ErrorSummary.tsx'
import { FileDrop } from '../FileDrop.tsx'
import { Stack } from '../Layout.tsx'
import { NumberField } from '../NumberField.tsx'
import { PasswordField } from '../PasswordField.tsx'
import { PersonAvatar } from '../PersonAvatar.tsx'
import { RadioCards } from '../RadioCards.tsx'
import { Segmented } from '../Segmented.tsx'
import { Select } from '../Select.tsx'
import { Slider } from '../Slider.tsx'
import { Switch } from '../Switch.tsx'
import { TextArea } from '../TextArea.tsx'
import { TextField } from '../TextField.tsx'
import { Panel } from './Panel.tsx'
import { tenThousandPeople } from './samples.ts'

type Theme = 'ai' | 'rotas' | 'channels' | 'inclusion' | 'customers' | 'hybrid'

const people: ComboOption[] = tenThousandPeople.slice(0, 7).map(({ id, name, role, job }) => ({
  key: id,
  label: name,
  detail: job,
  picture: <PersonAvatar name={name} role={role} size={24} />,
}))

/** Everything people type, tick, choose and paint. */
export function Fields() {
  const [text, setText] = useState('wanjiru.kiptala@larkmoor.example')
  const [words, setWords] = useState('What is allowed on paper but costs people in practice?')
  const [password, setPassword] = useState('not-a-secret')
  const [weeks, setWeeks] = useState<number | null>(4)
  const [site, setSite] = useState<'leeds' | 'porto' | ''>('')
  const [agreed, setAgreed] = useState(true)
  const [themes, setThemes] = useState<Theme[]>(['rotas', 'hybrid'])
  const [length, setLength] = useState<3 | 6 | 12>(6)
  const [minutes, setMinutes] = useState(60)
  const [rule, setRule] = useState(true)
  const [weight, setWeight] = useState(40)
  const [kickOff, setKickOff] = useState('2026-09-14')
  const [deletion, setDeletion] = useState('2027-03-01')
  const [hours, setHours] = useState<number[]>([...officeHours, 18, 42])
  const [contact, setContact] = useState<ComboOption | null>(people[2] ?? null)
  const [file, setFile] = useState<string>()
  const error = '1 March 2027 is before the last session on 12 March 2027. Choose a later date.'

  return (
    <>
      <Panel title="Fields">
        <Stack gap={5}>
          <TextField
            label="Work e-mail"
            type="email"
            autoComplete="username"
            value={text}
            onChange={setText}
          />
          <PasswordField
            label="Password"
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
          />
          <NumberField
            label="Cadence in weeks"
            hint="Most pairs meet every four weeks."
            unit="weeks"
            value={weeks}
            onChange={setWeeks}
            min={1}
            max={12}
          />
          <Select
            label="Site"
            placeholder="Choose a site"
            value={site}
            onChange={setSite}
            options={[
              { value: 'leeds', label: 'Leeds' },
              { value: 'porto', label: 'Porto' },
            ]}
          />
          <TextArea label="My question" optional value={words} onChange={setWords} limit={60} />
          <ComboBox
            label="Safe contact"
            value={contact}
            onChange={setContact}
            options={people}
            placeholder="Name or e-mail"
          />
          <TextField
            label="Port"
            value="smtp"
            onChange={() => undefined}
            width={8}
            error="The port is a number, such as 587."
          />
        </Stack>
      </Panel>
      <Panel title="Choices">
        <Stack gap={5}>
          <Checkbox
            label="I have read who can see what"
            hint="You can withdraw at any time."
            checked={agreed}
            onChange={setAgreed}
          />
          <Checkbox label="All sites" partly checked={false} onChange={() => undefined} />
          <CheckboxGroup<Theme>
            label="Themes you offer"
            value={themes}
            onChange={setThemes}
            options={[
              { value: 'ai', label: 'AI at work', hint: 'Tools you use yourself' },
              { value: 'rotas', label: 'Shift work and rotas' },
            ]}
          />
          <ChipGroup<Theme>
            label="Themes you would like to learn about"
            value={themes}
            onChange={setThemes}
            options={[
              { value: 'ai', label: 'AI at work' },
              { value: 'rotas', label: 'Shift work' },
              { value: 'channels', label: 'New channels' },
              { value: 'inclusion', label: 'Inclusion' },
              { value: 'customers', label: 'Younger customers' },
              { value: 'hybrid', label: 'Hybrid teams' },
            ]}
          />
          <Segmented
            label="Session length"
            value={minutes}
            onChange={setMinutes}
            unit="min"
            options={[45, 60, 90].map((value) => ({ value, label: value }))}
          />
          <Switch
            label="No shared reporting line"
            hint="Any depth, either direction"
            aside="−38"
            checked={rule}
            onChange={setRule}
          />
          <Switch
            label="At least two levels apart"
            checked={false}
            onChange={() => undefined}
            disabledReason="The programme’s rules are published."
          />
          <Slider label="Goals meet offered themes" value={weight} onChange={setWeight} max={60} />
        </Stack>
      </Panel>
      <Panel span={2} title="A form with something to fix">
        <Stack gap={5}>
          <ErrorSummary
            problems={[
              { fieldId: 'deletion', message: 'The deletion date must come after the last session' },
            ]}
            submissions={0}
          />
          <RadioCards<`${typeof length}`>
            label="How long will it run?"
            value={`${length}`}
            onChange={(value) => setLength(Number(value) as typeof length)}
            options={[
              { value: '3', label: 'Three months', detail: 'A pilot: 4 to 8 pairs, 3 sessions.' },
              { value: '6', label: 'Six months', detail: '12 to 25 pairs, 6 sessions. What most choose.' },
              { value: '12', label: 'Twelve months', detail: '20 to 60 pairs, 8 to 10 sessions.' },
            ]}
          />
          <DateField label="Kick-off" width={22} value={kickOff} onChange={setKickOff} />
          <DateField
            id="deletion"
            label="Delete notes, answers and messages on"
            hint="Everyone sees this date when they join. It can move earlier, never later."
            width={28}
            value={deletion}
            onChange={setDeletion}
            error={deletion <= '2027-03-12' ? error : undefined}
            fix={<Button onClick={() => setDeletion('2027-09-12')}>Use 12 September 2027</Button>}
          />
          <FileDrop
            label="People, as exported from your HR system"
            hint="CSV, TSV or text, in any encoding."
            accept=".csv,.tsv,.txt"
            fileName={file}
            onFile={({ name }) => setFile(name)}
          />
        </Stack>
      </Panel>
      <Panel span={2} title="Availability">
        <AvailabilityGrid
          label="When could you meet?"
          hint="In your own time. You can change it whenever you like."
          value={hours}
          onChange={setHours}
        />
      </Panel>
    </>
  )
}
