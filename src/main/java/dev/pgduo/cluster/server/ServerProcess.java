package dev.pgduo.cluster.server;

/**
 * One process of a server.
 *
 * @param pid the process id
 * @param role {@code postmaster}, or the role in its title: {@code startup}, {@code walsender}, {@code checkpointer},
 * {@code client backend}, …
 * @param title the whole title
 */
public record ServerProcess(long pid, String role, String title) {}
