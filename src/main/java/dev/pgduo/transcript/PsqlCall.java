package dev.pgduo.transcript;

import org.jspecify.annotations.Nullable;

/**
 * A {@code psql …} line that opens a session.
 *
 * @param command the whole line from {@code psql} on, without blanks around it
 * @param host {@code -h}, or null
 * @param port {@code -p}, or null
 * @param user {@code -U} or the second word without a dash, or null
 * @param database {@code -d} or the first word without a dash, or null
 */
public record PsqlCall(
        String command,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String user,
        @Nullable String database) {}
