/**
 * Every room's routes, by the names of the contract. A room is open to the world once it stands here; the paths
 * themselves are in the contracts.
 */
export const routes = {}
