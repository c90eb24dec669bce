import IconEye from '@tabler/icons-react/icons/IconEye'
import { AudienceLine } from '../AudienceLine.tsx'
import { Button } from '../Button.tsx'
import { Card } from '../Card.tsx'
import { Halves } from '../Halves.tsx'
import { Row, Stack } from '../Layout.tsx'
import { Logo, Mark } from '../Mark.tsx'
import { Notice } from '../Notice.tsx'
import { PairAvatar } from '../PairAvatar.tsx'
import { PairSignalKey, PairSignalRow } from '../PairSignal.tsx'
import { PersonAvatar } from '../PersonAvatar.tsx'
import { RoleWord } from '../RoleWord.tsx'
import { Strand } from '../Strand.tsx'
import { Text } from '../Text.tsx'
import { Panel } from './Panel.tsx'
import { pairSessions, programmeSessions } from './samples.ts'

/** People, pairs, closeness, audiences, the strand and the halves. */
export function People() {
  return (
    <>
      <Panel
        title="Pair card and health signal"
        lead="Distance between the shapes says how a pair is doing; the words say why. Facts of rhythm only, never a score."
      >
        <PairSignalRow
          state="on-rhythm"
          mentor="Cara Young"
          leader="Mia Weiss"
          fact="Met 3 June, next 30 June"
        />
        <PairSignalRow
          state="drifting"
          mentor="Maya Thorne"
          leader="Grace Obi"
          fact="No session for 41 days, agreed every 28"
        />
        <PairSignalRow
          state="needs-you"
          mentor="Kofi Asante"
          leader="Dilys Pugh"
          fact="Leader moved two in a row"
        />
        <PairSignalRow
          state="paused"
          mentor="Noor Badawi"
          leader="Orla Flynn"
          fact="Until 1 August, both agreed"
        />
        <Row gap={4}>
          <Row gap={2}>
            <PairSignalKey state="on-rhythm" /> On rhythm
          </Row>
          <Row gap={2}>
            <PairSignalKey state="drifting" /> Drifting
          </Row>
          <Row gap={2}>
            <PairSignalKey state="needs-you" /> Needs you
          </Row>
          <Row gap={2}>
            <PairSignalKey state="waiting" /> Waiting
          </Row>
        </Row>
      </Panel>
      <Panel
        title="Who can see this"
        lead="Mentor circle, leader square, programme diamond. Filled can read, dashed cannot. Always with words."
      >
        <AudienceLine mentor>You alone</AudienceLine>
        <AudienceLine mentor leader>
          Only you and Joaquim can read this space. The programme team sees dates, nothing else.
        </AudienceLine>
        <AudienceLine mentor leader team>
          Everyone in the programme
        </AudienceLine>
        <AudienceLine team>The programme team</AudienceLine>
        <Notice icon={IconEye}>
          Before sending, the composer repeats it: <b>“Only Joaquim will read this.”</b>
        </Notice>
        <Row gap={5}>
          <RoleWord role="mentor" />
          <RoleWord role="leader" />
          <RoleWord role="team" />
          <RoleWord role="none" />
        </Row>
      </Panel>
      <Panel
        title="Proposal to a person"
        lead="Both see the reasons and both accept. Declining needs no reason and leaves no trace."
      >
        <Card>
          <Stack gap={3}>
            <Row gap={3} wrap={false}>
              <PairAvatar mentor="Sunita Gurung" leader="Helen Ashdown" size={38} layout="diagonal" />
              <div>
                <h3>Meet Helen Ashdown</h3>
                <Text size="sm" tone={2}>
                  Chief finance, Leeds
                </Text>
              </div>
            </Row>
            <Row>
              <Button variant="primary">Accept</Button>
              <Button>Decline</Button>
            </Row>
          </Stack>
        </Card>
        <Row gap={3}>
          <PersonAvatar name="Imogen Osei" role="team" size={36} />
          <PersonAvatar name="Wanjiru Kiptala" role="mentor" size={36} />
          <PersonAvatar name="Joaquim Serra" role="leader" size={36} />
          <PersonAvatar name="Aleksander Borowczak" role="none" size={36} />
          <PersonAvatar name="Kofi" role="mentor" size={36} absent />
          <PairAvatar mentor="Rowan Bell" leader="Ibrahim Saleh" />
        </Row>
        <Row gap={4}>
          <Mark size={72} />
          <Mark size={40} />
          <Mark size={16} />
          <Logo size={34} />
        </Row>
      </Panel>
      <Panel span={3} title="The strand of a programme">
        <Strand
          label="Sessions of the programme"
          start={{ label: 'Set up and match', detail: 'Done 27 February' }}
          end={{ label: 'Close and learn', detail: '4 September' }}
          sessions={programmeSessions}
          today={2.76}
          todayLabel="Today, 11 June"
        />
      </Panel>
      <Panel span={2} title="The strand of a pair, and the halves of a session">
        <Strand label="Our six sessions" sessions={pairSessions} today={2.77} />
        <Halves
          mentor={{
            above: '15:00',
            title: 'You lead',
            children: 'What is allowed on paper but costs people in practice?',
          }}
          leader={{
            above: '15:30',
            title: 'Swap: Joaquim leads',
            children: 'How the risk committee decides what it hears first.',
          }}
        />
        <Halves
          first="leader"
          mentor={{ title: 'Mentor', children: 'sets the agenda' }}
          leader={{ title: 'Leader', children: 'books and moves dates' }}
          swap={{ label: 'Swap these two jobs', onSwap: () => undefined }}
        />
      </Panel>
      <Panel title="Upright, beside a form">
        <Strand
          label="What a pair will see"
          orientation="upright"
          sessions={[
            { key: '1', label: '14 Sep', detail: 'Kick-off week', state: 'planned' },
            { key: '2', label: 'Oct', detail: 'Session 2', state: 'planned' },
            { key: '3', label: '21 Dec', detail: 'Session 4', state: 'conflict' },
            { key: '4', label: 'Feb', detail: 'Last session', state: 'planned' },
          ]}
        />
      </Panel>
    </>
  )
}
