import IconColumns3 from '@tabler/icons-react/icons/IconColumns3'
import IconHistory from '@tabler/icons-react/icons/IconHistory'
import { useState } from 'react'
import { Shell } from '../../app/shell/Shell.tsx'
import { useShellMode } from '../../app/shell/shell-context.ts'
import { TopBar } from '../../app/shell/TopBar.tsx'
import { Button } from '../Button.tsx'
import { ScenarioTabs } from '../ScenarioTabs.tsx'
import { Tag } from '../Tag.tsx'
import { frame } from './frame-samples.ts'
import { scenarios } from './samples.ts'

export function StudioFrame() {
  return (
    <Shell {...frame} path="/p/matching">
      <Studio />
    </Shell>
  )
}

function Studio() {
  useShellMode({ rail: true, fill: true })
  const [selected, setSelected] = useState('a')
  return (
    <>
      <TopBar
        heading
        place="Matching studio"
        trail={[{ label: 'Fresh Eyes, autumn intake', href: '/p' }]}
        status={<Tag plain>Draft, saved 11:42</Tag>}
        tools={
          <>
            <Button variant="quiet" icon={IconHistory}>
              History
            </Button>
            <Button icon={IconColumns3}>Compare scenarios</Button>
            <Button variant="primary">Review and propose…</Button>
          </>
        }
      />
      <ScenarioTabs
        label="Scenarios"
        scenarios={scenarios}
        selected={selected}
        onSelect={setSelected}
        onAdd={() => undefined}
        panelId="studio"
      />
      <div id="studio" role="tabpanel" aria-label="Scenario" />
    </>
  )
}
