package dev.pgduo.report;

/** The severity of a report, in PostgreSQL's words. */
public enum Severity {
    NOTICE,
    WARNING,
    ERROR,
    FATAL
}
