const tokens = new Set([
  'no_manager',
  'no_mgr',
  'no_hr',
  'no_matrix_manager',
  'no manager',
  'nobody',
  'none',
  'null',
  'nil',
  'n/a',
  'na',
  '-',
  '--',
  '–',
  '—',
  '0',
  'kein',
  'keine',
  'keiner',
  'aucun',
  'aucune',
  'ninguno',
  'ninguna',
])

/** Whether a cell about a manager says that there is none: blank, or a word HR systems put there. */
export function meansNobody(text: string): boolean {
  return text === '' || tokens.has(text.toLowerCase())
}
