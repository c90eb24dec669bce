import IconKey from '@tabler/icons-react/icons/IconKey'
import IconServer from '@tabler/icons-react/icons/IconServer2'
import { OrLine, SplitSignIn } from '../../app/layouts/SplitSignIn.tsx'
import { Anchor } from '../Anchor.tsx'
import { Button } from '../Button.tsx'
import { Stack } from '../Layout.tsx'
import { PairAvatar } from '../PairAvatar.tsx'
import { Text } from '../Text.tsx'
import { TextField } from '../TextField.tsx'

export function SignInFrame() {
  return (
    <SplitSignIn
      organisation="Larkmoor"
      title="Good to see you again"
      lead="Sign in to your pair, your programme, or both."
      footer={
        <>
          <IconServer size={18} aria-hidden />
          <span>
            Runs on Larkmoor’s own servers in Leeds.{' '}
            <Anchor href="#stored">What is stored, and who can see it</Anchor>
          </span>
        </>
      }
      quote={
        <>
          <blockquote>
            “I thought I would be explaining apps. Three sessions later we had rewritten the rota policy.”
          </blockquote>
          <figcaption>
            <PairAvatar mentor="Lucía Herrero" leader="Vera Adler" size={38} />
            <span>
              <b>Lucía and Vera</b>
              <Text as="div" size="sm" tone={2}>
                Care assistant and director of people. Both agreed to be quoted.
              </Text>
            </span>
          </figcaption>
        </>
      }
    >
      <Button variant="primary" size="large" wide icon={IconKey}>
        Continue with your Larkmoor account
      </Button>
      <OrLine>or by e-mail</OrLine>
      <Stack gap={3}>
        <TextField
          label="Work e-mail"
          type="email"
          size="large"
          autoComplete="username"
          value="wanjiru.kiptala@larkmoor.example"
          onChange={() => undefined}
        />
        <Button size="large" wide>
          Send me a sign-in link
        </Button>
        <Text size="sm" tone={3}>
          The link works once and for 15 minutes. There is no password to forget.
        </Text>
      </Stack>
    </SplitSignIn>
  )
}
