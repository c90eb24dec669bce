import { useState } from 'react'
import type { z } from 'zod'
import type { FieldProblem } from '../../../ui/ErrorSummary.tsx'

/**
 * Checks one step of a form against the shape its values travel in. A field's id is its name.
 *
 * `leave` checks a field with content when the person leaves it; `check` looks at all of them on submit.
 */
export function useStepForm<Shape extends z.ZodRawShape>(
  shape: z.ZodObject<Shape>,
  values: Record<keyof Shape, unknown>,
  /** What the server refused a step later, shown from the start. */
  refused: Partial<Record<keyof Shape, string>> = {},
) {
  const [errors, setErrors] = useState<Partial<Record<keyof Shape, string>>>(refused)
  const [submissions, setSubmissions] = useState(Object.keys(refused).length)

  function messages(): Partial<Record<keyof Shape, string>> {
    const { error } = shape.safeParse(values)
    const found: Partial<Record<keyof Shape, string>> = {}
    for (const { path, message } of error?.issues ?? []) found[path[0] as keyof Shape] ??= message
    return found
  }

  return {
    errors,
    submissions,
    problems: Object.entries(errors).flatMap(([fieldId, message]): FieldProblem[] =>
      message ? [{ fieldId, message: String(message) }] : [],
    ),
    /** What a field needs to show its error and to be checked when it is left. */
    field: (name: keyof Shape & string) => ({
      id: name,
      error: errors[name],
      onBlur: () => {
        if (values[name]) setErrors((shown) => ({ ...shown, [name]: messages()[name] }))
      },
    }),
    /** The typed values, or undefined with every error shown. */
    check(): z.output<z.ZodObject<Shape>> | undefined {
      setErrors(messages())
      setSubmissions(submissions + 1)
      return shape.safeParse(values).data
    },
    /** Something only the server could know. */
    show: (name: keyof Shape & string, message: string) => {
      setErrors((shown) => ({ ...shown, [name]: message }))
      setSubmissions((count) => count + 1)
    },
    clear: (name: keyof Shape & string) => setErrors((shown) => ({ ...shown, [name]: undefined })),
  }
}
