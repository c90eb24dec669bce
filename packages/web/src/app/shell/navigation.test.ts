import { describe, expect, test } from 'vitest'
import { currentDestination, type NavItem } from './navigation.ts'

const item = (key: string, href: string): NavItem => ({ key, href, label: key, icon: () => null })
const destinations = [
  item('home', '/programmes/7'),
  item('pairs', '/programmes/7/pairs'),
  item('people', '/programmes/7/people'),
]

describe('the current destination', () => {
  test.each([
    { path: '/programmes/7', at: 'home' },
    { path: '/programmes/7/pairs', at: 'pairs' },
    { path: '/programmes/7/pairs/12', at: 'pairs' },
    { path: '/programmes/7/pairsome', at: 'home' },
    { path: '/programmes/71', at: undefined },
    { path: '/profile', at: undefined },
  ])('at $path is $at', ({ path, at }) => {
    expect(currentDestination(destinations, path)).toBe(at)
  })

  test('is the start page only on the start page', () => {
    expect(currentDestination([item('start', '/')], '/people')).toBeUndefined()
    expect(currentDestination([item('start', '/')], '/')).toBe('start')
  })
})
