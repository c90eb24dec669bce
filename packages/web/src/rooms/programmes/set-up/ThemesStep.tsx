import { Trans, useLingui } from '@lingui/react/macro'
import { useSuspenseQuery } from '@tanstack/react-query'
import type { Programme, Theme } from '@viceversa/domain/programmes/contract.ts'
import { ChipGroup } from '../../../ui/CheckboxGroup.tsx'
import { templatesQuery } from '../queries.ts'
import { StepFrame } from './StepFrame.tsx'
import { useSelfSaving } from './useSelfSaving.ts'

/** What leaders may ask for and mentors may offer, and what mentors may want in return. */
export function ThemesStep({ programme }: { programme: Programme }) {
  const { t } = useLingui()
  const { data: catalogue } = useSuspenseQuery(templatesQuery())
  const saving = useSelfSaving(programme, () => true)
  const { value, change } = saving
  const ofWork = catalogue.themes.filter(({ livedExperience }) => !livedExperience)
  const ofLife = catalogue.themes.filter(({ livedExperience }) => livedExperience)
  const chosenOf = (themes: readonly Theme[]) =>
    themes.map(({ id }) => id).filter((id) => value.themes.includes(id))
  const [work, life] = [chosenOf(ofWork), chosenOf(ofLife)]

  return (
    <StepFrame
      programme={programme}
      step="themes"
      saving={saving}
      title={<Trans>What will people talk about?</Trans>}
      lead={
        <Trans>
          Pairs are matched on what leaders want to learn and mentors offer. Eight to twelve themes are
          enough.
        </Trans>
      }
    >
      <ChipGroup
        id="themes"
        label={t`Themes mentors may offer (${work.length} chosen)`}
        value={work}
        onChange={(chosen) => change({ themes: [...chosen, ...life] })}
        options={optionsOf(ofWork)}
      />
      <ChipGroup
        label={<Trans>Themes from one’s own life</Trans>}
        hint={
          <Trans>
            These count only when a mentor offers them of their own accord. Viceversa never guesses them, and
            nobody is asked to speak for a group.
          </Trans>
        }
        optional
        value={life}
        onChange={(chosen) => change({ themes: [...work, ...chosen] })}
        options={optionsOf(ofLife)}
      />
      <ChipGroup
        id="giveBackThemes"
        label={<Trans>What mentors may want in return</Trans>}
        hint={<Trans>Every mentor chooses at least one, so that both sides gain.</Trans>}
        value={value.giveBackThemes}
        onChange={(giveBackThemes) => change({ giveBackThemes })}
        options={optionsOf(catalogue.giveBackThemes)}
      />
    </StepFrame>
  )
}

function optionsOf(themes: readonly Theme[]) {
  return themes.map(({ id, name }) => ({ value: id, label: name }))
}
