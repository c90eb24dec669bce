/**
 * A column's title in the form in which titles are compared: lower case, no accents, single spaces.
 *
 * "employeeId", "Employee_ID" and "EMPLOYEE ID" become "employee id"; "E-Mail" becomes "email"; "#" becomes "number".
 */
export function normaliseHeader(title: string): string {
  return title
    .replace(/([\p{Ll}\p{N}])(\p{Lu})/gu, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replaceAll('#', ' number ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/\be mail\b/g, 'email')
}
