import IconAdjustments from '@tabler/icons-react/icons/IconAdjustmentsHorizontal'
import IconClock from '@tabler/icons-react/icons/IconClock'
import IconFileText from '@tabler/icons-react/icons/IconFileText'
import IconPlayerPlay from '@tabler/icons-react/icons/IconPlayerPlay'
import { Shell } from '../../app/shell/Shell.tsx'
import { TopBar } from '../../app/shell/TopBar.tsx'
import { Anchor } from '../Anchor.tsx'
import { Button } from '../Button.tsx'
import { Columns, Row } from '../Layout.tsx'
import { PageHeader } from '../PageHeader.tsx'
import { PairSignalRow } from '../PairSignal.tsx'
import { Section } from '../Section.tsx'
import { Strand } from '../Strand.tsx'
import { Tag } from '../Tag.tsx'
import { Text } from '../Text.tsx'
import { frame } from './frame-samples.ts'
import { programmeSessions } from './samples.ts'

export function ShellFrame() {
  return (
    <Shell {...frame}>
      <TopBar
        place="Control room"
        status={
          <Tag plain icon={IconPlayerPlay}>
            Running, week 15 of 27
          </Tag>
        }
      />
      <PageHeader
        title="Good morning, Imogen. Four things need you."
        lead="19 of 24 pairs are on rhythm. 67 of 72 sessions planned for March to May were held, 93% (95% interval 85 to 97%)."
        actions={
          <>
            <Button variant="quiet" icon={IconFileText}>
              Sponsor report
            </Button>
            <Button icon={IconAdjustments}>Plan an adjustment</Button>
          </>
        }
      />
      <Strand
        label="Sessions of the programme"
        start={{ label: 'Set up and match', detail: 'Done 27 February' }}
        end={{ label: 'Close and learn', detail: '4 September' }}
        sessions={programmeSessions}
        today={2.76}
        todayLabel="Today, 11 June"
      />
      <Columns layout="aside">
        <Section divided title="Needs you" aside={<Anchor href="#rules">All signals and their rules</Anchor>}>
          <Row>
            <h3>A mentor asked to be contacted in confidence</h3>
            <Tag tone="critical" icon={IconClock}>
              Answer by Fri 10:40
            </Tag>
          </Row>
          <Text size="sm" tone={2}>
            For you alone. Name and note open on a private screen.
          </Text>
          <Button variant="primary" size="small">
            Open privately
          </Button>
        </Section>
        <Section divided title="24 pairs" aside={<Anchor href="#table">Open as table</Anchor>}>
          <PairSignalRow
            state="on-rhythm"
            mentor="Cara Young"
            leader="Mia Weiss"
            fact="Met 3 June, next 30 June"
          />
        </Section>
      </Columns>
    </Shell>
  )
}
