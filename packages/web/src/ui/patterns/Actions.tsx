import IconArrowBackUp from '@tabler/icons-react/icons/IconArrowBackUp'
import IconCalendar from '@tabler/icons-react/icons/IconCalendar'
import IconDots from '@tabler/icons-react/icons/IconDots'
import IconHome from '@tabler/icons-react/icons/IconHome'
import IconMail from '@tabler/icons-react/icons/IconMail'
import IconPin from '@tabler/icons-react/icons/IconPin'
import IconUsers from '@tabler/icons-react/icons/IconUsers'
import { useState } from 'react'
import { Button, IconButton, LinkButton, TextButton } from '../Button.tsx'
import { CommandPalette } from '../CommandPalette.tsx'
import { ConsequenceDialog } from '../ConsequenceDialog.tsx'
import { Dialog } from '../Dialog.tsx'
import { Row } from '../Layout.tsx'
import { Menu } from '../Menu.tsx'
import { Popover } from '../Popover.tsx'
import { ShortcutsDialog } from '../ShortcutsDialog.tsx'
import { Text } from '../Text.tsx'
import { ToastRegion } from '../ToastRegion.tsx'
import { Tooltip } from '../Tooltip.tsx'
import { toast } from '../toasts.ts'
import { Panel } from './Panel.tsx'

/** Buttons, menus, dialogs and messages. */
export function Actions() {
  const [open, setOpen] = useState<
    'dialog' | 'consequence' | 'delete' | 'palette' | 'shortcuts' | undefined
  >()
  const close = () => setOpen(undefined)
  return (
    <Panel
      title="Controls and focus"
      lead="Actions are ink. Colour belongs to people, violet to the keyboard."
    >
      <Row gap={3}>
        <Button variant="primary">Primary</Button>
        <Button>Secondary</Button>
        <Button variant="quiet">Quiet</Button>
        <Button variant="destructive">End this pair</Button>
        <Button variant="primary" busy="Saving">
          Save
        </Button>
        <Button disabledReason="Nobody has accepted yet.">Publish</Button>
        <LinkButton href="#shell" icon={IconHome}>
          A link
        </LinkButton>
        <Button size="small">Small</Button>
        <IconButton icon={IconPin} label="Pin this pair" />
        <IconButton icon={IconPin} label="Unpin this pair" aria-pressed />
        <TextButton>Download these rows</TextButton>
      </Row>
      <Button size="large" variant="primary" wide>
        Large and wide
      </Button>
      <Row gap={3}>
        <Menu
          label="More"
          trigger={(trigger) => <IconButton {...trigger} icon={IconDots} label="More: pause, end" bordered />}
          items={[
            { key: 'home', label: 'Control room', icon: IconHome, href: '#home' },
            {
              key: 'people',
              label: 'People',
              detail: '66 in this programme',
              icon: IconUsers,
              onSelect: () => toast('People'),
            },
            { key: 'light', label: 'Light', checked: true, section: 'Appearance' },
            { key: 'dark', label: 'Dark', checked: false },
            { key: 'end', label: 'End this pair', destructive: true, section: true },
          ]}
        />
        <Popover label="Rule" trigger={(trigger) => <Button {...trigger}>Why this number?</Button>}>
          <Text size="sm">Sessions held of sessions planned from March to May.</Text>
        </Popover>
        <Tooltip text="Only dates, never words">
          {(id) => <Button aria-describedby={id}>Hover me</Button>}
        </Tooltip>
        <Button onClick={() => setOpen('dialog')}>Dialog</Button>
        <Button onClick={() => setOpen('consequence')}>Consequence</Button>
        <Button onClick={() => setOpen('delete')}>Delete</Button>
        <Button onClick={() => setOpen('palette')}>Palette</Button>
        <Button onClick={() => setOpen('shortcuts')}>Shortcuts</Button>
        <Button
          onClick={() =>
            toast('Proposed to 44 people.', {
              action: { label: 'Call back', onPress: () => toast('Called back') },
              until: Date.now() + 600_000,
            })
          }
        >
          Toast
        </Button>
        <Button
          onClick={() =>
            toast('The mail server did not answer.', {
              tone: 'critical',
              action: { label: 'Try again', onPress: close },
            })
          }
        >
          Bad toast
        </Button>
      </Row>
      <Dialog
        open={open === 'dialog'}
        onClose={close}
        title="Signals and their rules"
        actions={<Button onClick={close}>Done</Button>}
      >
        <p>Only facts of rhythm feed a signal.</p>
      </Dialog>
      <ConsequenceDialog
        open={open === 'consequence'}
        onClose={close}
        title="Propose 22 pairs to 44 people?"
        consequences={[
          {
            icon: IconMail,
            text: 'Each person gets one e-mail with their match and three things in common.',
          },
          { icon: IconCalendar, text: 'They have 7 days to accept or decline, without giving a reason.' },
          {
            icon: IconArrowBackUp,
            text: 'You can call it back for 10 minutes. After that, only pair by pair.',
          },
        ]}
        confirmLabel="Propose 22 pairs"
        cancelLabel="Keep editing"
        onConfirm={close}
      />
      <ConsequenceDialog
        open={open === 'delete'}
        onClose={close}
        destructive
        title="Delete Fresh Eyes 2026?"
        consequences={[{ icon: IconArrowBackUp, text: 'This cannot be undone.' }]}
        typeToConfirm={{
          label: 'Type the programme’s name',
          words: 'Fresh Eyes 2026',
          mismatch: 'This is not the name of the programme.',
        }}
        confirmLabel="Delete the programme"
        cancelLabel="Keep it"
        onConfirm={close}
      />
      <CommandPalette
        open={open === 'palette'}
        onClose={close}
        commands={[
          { key: '1', group: 'Go to', label: 'Control room', icon: IconHome, href: '#1' },
          { key: '2', group: 'Go to', label: 'People', icon: IconUsers, href: '#2' },
          { key: '3', group: 'People', label: 'Inês Carreço', detail: 'Claims handler, Porto', href: '#3' },
        ]}
      />
      <ShortcutsDialog open={open === 'shortcuts'} onClose={close} />
      <ToastRegion />
    </Panel>
  )
}
