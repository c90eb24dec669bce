import type { PersonCard } from '@viceversa/domain/wire.ts'
import { Anchor } from '../../../ui/Anchor.tsx'
import { PersonAvatar } from '../../../ui/PersonAvatar.tsx'
import styles from './PersonList.module.css'

type PersonListProps = {
  people: readonly PersonCard[]
  /** In order from the direct manager to the top, with a line between them. */
  upwards?: boolean
}

/** People by name and job, each a way to their own page. */
export function PersonList({ people, upwards = false }: PersonListProps) {
  const List = upwards ? 'ol' : 'ul'
  return (
    <List className={upwards ? styles.line : styles.list}>
      {people.map(({ id, displayName, jobTitle }) => (
        <li key={id}>
          <Anchor href={`/people/${id}`} className={styles.person}>
            <PersonAvatar name={displayName} role="none" size={32} />
            <span className={styles.words}>
              <strong>{displayName}</strong>
              {jobTitle && <small>{jobTitle}</small>}
            </span>
          </Anchor>
        </li>
      ))}
    </List>
  )
}
