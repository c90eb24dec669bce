import { readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type ProgrammeTemplate,
  type ProgrammeTemplateId,
  programmeTemplate,
  programmeTemplateId,
  type Theme,
  theme,
} from '@viceversa/domain/programmes/contract.ts'
import { z } from 'zod'
import { readYaml } from './read-yaml.ts'

/** What programmes are made from: templates and themes, as the organisation's content has them. */
export type Catalogue = {
  readonly templates: readonly ProgrammeTemplate[]
  readonly themes: readonly Theme[]
  readonly giveBackThemes: readonly Theme[]
}

const CONTENT_FOLDER = fileURLToPath(new URL('../../../../../content/en/', import.meta.url))

const themesFile = z.strictObject({ themes: listOf(theme.strict()), giveBackThemes: listOf(theme.strict()) })

/**
 * Reads all templates and themes, and checks that they fit together.
 *
 * @throws {@link ContentError} naming the file and line of the first fault.
 */
export function readCatalogue(folder: string = CONTENT_FOLDER): Catalogue {
  const { themes, giveBackThemes } = readYaml(path.join(folder, 'themes.yaml'), themesFile)
  const templateShape = programmeTemplate.strict().extend({
    themes: z.array(
      z.enum(
        themes.map(({ id }) => id),
        'There is no such theme in themes.yaml.',
      ),
    ),
    giveBackThemes: z.array(
      z.enum(
        giveBackThemes.map(({ id }) => id),
        'There is no such theme under giveBackThemes in themes.yaml.',
      ),
    ),
  })
  const templatesFolder = path.join(folder, 'programme-templates')
  const templates = readdirSync(templatesFolder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => {
      const named = programmeTemplateId.options.find((id) => id === path.basename(file, '.yaml'))
      const shape = named ? templateShape.extend({ id: z.literal(named) }) : templateShape
      return readYaml(path.join(templatesFolder, file), shape)
    })
    .toSorted((one, other) => one.months - other.months)
  return { templates, themes, giveBackThemes }
}

/** Read once, at start: a broken file stops the application before anybody meets it. */
export const catalogue = readCatalogue()

export function templateOf(id: ProgrammeTemplateId): ProgrammeTemplate {
  const template = catalogue.templates.find((one) => one.id === id)
  if (!template) throw new Error(`content/en/programme-templates has no ${id}.yaml.`)
  return template
}

/** Themes by their ids, in the order of the catalogue. Ids the catalogue no longer has are left out. */
export function themesOf(kind: 'themes' | 'giveBackThemes', ids: readonly string[]): Theme[] {
  return catalogue[kind].filter(({ id }) => ids.includes(id))
}

function listOf(item: typeof theme) {
  return z
    .array(item)
    .min(1)
    .superRefine((items, context) => {
      for (const [index, { id }] of items.entries()) {
        if (items.findIndex((other) => other.id === id) < index) {
          context.addIssue({
            code: 'custom',
            path: [index, 'id'],
            message: `The id ${id} stands here twice.`,
          })
        }
      }
    })
}
