type ScriptUrls = { createScriptURL: (url: string) => string | null }
type TrustedTypes = { createPolicy: (name: 'default', rules: ScriptUrls) => unknown }

/**
 * Lets workers start under `require-trusted-types-for 'script'`: addresses of this installation pass, any other is
 * refused. Text is never trusted as HTML or as a program, because no rule for either exists.
 */
export function trustOwnScripts(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => (new URL(url, location.href).origin === location.origin ? url : null),
  })
}
