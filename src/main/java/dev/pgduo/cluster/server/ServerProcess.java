package dev.pgduo.cluster.server;

/**
 * One process of a server.
 *
 * @param pid its id
 * @param role {@code postmaster}, or what its title says: {@code startup}, {@code walsender}, {@code checkpointer}, {@code client backend}, …
 * @param title its whole title
 */
public record ServerProcess(long pid, String role, String title) {}
