package dev.pgduo.lab.fault;

import dev.pgduo.version.ServerVersion;
import dev.pgduo.version.VersionSet;

/**
 * A query that shows an active fault.
 *
 * @param where the node to be asked
 * @param majors the majors on which the query is possible, as {@link VersionSet} has them
 * @param query a query for one row with one column, without a semicolon
 * @param answer the query's result, or a description of it in parentheses; "ERROR" for any error
 */
public record Look(Where where, String majors, String query, String answer) {
    /** The node to be asked, by its role while the fault is active. */
    public enum Where {
        PRIMARY("primary"),
        STANDBY("standby"),
        /** The node to which the fault applies. */
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

    /** A query for the node to which the fault applies, on every major. */
    public static Look node(String query, String answer) {
        return new Look(Where.NODE, Lesson.ALL, query, answer);
    }

    /** The same for these majors only. */
    public Look on(String others) {
        return new Look(where, others, query, answer);
    }

    /** Whether the query is possible on a server of this version. */
    public boolean of(ServerVersion server) {
        return VersionSet.parse(majors).orElseThrow().contains(server);
    }

    /** Whether the answer is a description, not the result itself. */
    public boolean described() {
        return answer.startsWith("(");
    }

    /** The node, the query and the answer: {@code primary: select 1;  -> 1}. */
    public String words() {
        return where + ": " + query + ";  " + (described() ? "" : "-> ") + answer
                + (majors.equals(Lesson.ALL) ? "" : " (" + majors + ")");
    }
}
