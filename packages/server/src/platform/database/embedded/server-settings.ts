import type { ServerAddress } from './server-address.ts'

/**
 * Settings of the embedded server, given on its command line so that none lie in a file that somebody edits by
 * mistake. What is not named keeps PostgreSQL's default: fsync, full_page_writes and synchronous_commit stay on.
 */
export function serverSettings(address: ServerAddress): Record<string, string> {
  return {
    ...(address.kind === 'socket'
      ? { listen_addresses: '', unix_socket_directories: address.host, unix_socket_permissions: '0700' }
      : { listen_addresses: address.host, unix_socket_directories: '' }),
    port: String(address.port),

    // One machine, one application: about 130 MB in all, and room for 100,000 people.
    max_connections: '60',
    shared_buffers: '64MB',
    effective_cache_size: '512MB',
    maintenance_work_mem: '64MB',
    min_wal_size: '32MB',
    max_wal_size: '512MB',
    autovacuum_max_workers: '2',
    max_logical_replication_workers: '0',
    // No helper processes for reading: the data fits in memory.
    io_method: 'sync',
    // Parallel queries need shared memory that containers keep small (64 MB), and answer nothing here faster.
    max_parallel_workers_per_gather: '0',
    jit: 'off',
    random_page_cost: '1.1',

    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    password_encryption: 'scram-sha-256',

    // Failed statements and key values are people's data; none may reach a log.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    log_checkpoints: 'off',
    log_line_prefix: '',
    log_destination: 'stderr',
    logging_collector: 'off',
  }
}

export function asArguments(settings: Record<string, string>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
