import { Mark } from '../Mark.tsx'
import { PageHeader } from '../PageHeader.tsx'
import { Actions } from './Actions.tsx'
import { Fields } from './Fields.tsx'
import styles from './Patterns.module.css'
import { People } from './People.tsx'
import { ShellFrame } from './ShellFrame.tsx'
import { Showing } from './Showing.tsx'
import { SignInFrame } from './SignInFrame.tsx'
import { StudioFrame } from './StudioFrame.tsx'
import { WizardFrame } from './WizardFrame.tsx'

/** Every component in its states, on one page, and the frames by their fragment (`#shell`). Only in development. */
export function Patterns({ frame }: { frame: string }) {
  if (frame === 'shell') return <ShellFrame />
  if (frame === 'studio') return <StudioFrame />
  if (frame === 'sign-in') return <SignInFrame />
  if (frame === 'wizard') return <WizardFrame />
  return (
    <main className={styles.page}>
      <PageHeader
        avatar={<Mark size={40} />}
        title="Patterns"
        lead="The pieces that repeat across Viceversa, with their states."
      />
      <div className={styles.grid}>
        <People />
        <Showing />
        <Actions />
        <Fields />
      </div>
    </main>
  )
}
