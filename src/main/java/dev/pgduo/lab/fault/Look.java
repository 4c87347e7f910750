package dev.pgduo.lab.fault;

import dev.pgduo.version.ServerVersion;
import dev.pgduo.version.VersionSet;

/**
 * A query that shows an active fault.
 *
 * @param where the node that it is for
 * @param majors those that have what it asks for, as {@link VersionSet} has them
 * @param query without a semicolon; one row of one column
 * @param answer what it returns, or in parentheses what to look for in it; "ERROR" for any error
 */
public record Look(Where where, String majors, String query, String answer) {
    /** Which node a query is for, by its role while the fault is active. */
    public enum Where {
        PRIMARY("primary"),
        STANDBY("standby"),
        /** The node that the fault happened to. */
        NODE("that node");

        private final String words;

        Where(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** The answer of a query that fails. */
    public static final String ERROR = "ERROR";

    public Look {
        if (VersionSet.parse(majors).isEmpty()) {
            throw new IllegalArgumentException("no versions: " + majors);
        }
    }

    /** A query for the primary of every major. */
    public static Look primary(String query, String answer) {
        return new Look(Where.PRIMARY, Lesson.ALL, query, answer);
    }

    /** A query for the standby of every major. */
    public static Look standby(String query, String answer) {
        return new Look(Where.STANDBY, Lesson.ALL, query, answer);
    }

    /** A query for the node that the fault happened to, on every major. */
    public static Look node(String query, String answer) {
        return new Look(Where.NODE, Lesson.ALL, query, answer);
    }

    /** The same for these majors only. */
    public Look on(String others) {
        return new Look(where, others, query, answer);
    }

    /** Whether this server has what it asks for. */
    public boolean of(ServerVersion server) {
        return VersionSet.parse(majors).orElseThrow().contains(server);
    }

    /** Whether the answer is a description. */
    public boolean described() {
        return answer.startsWith("(");
    }

    /** Where, what, and the answer: {@code primary: select 1;  -> 1}. */
    public String words() {
        return where + ": " + query + ";  " + (described() ? "" : "-> ") + answer
                + (majors.equals(Lesson.ALL) ? "" : " (" + majors + ")");
    }
}
