package dev.pgduo.report;

/** How bad a report is, in the words of PostgreSQL's messages. */
public enum Severity {
    NOTICE,
    WARNING,
    ERROR,
    FATAL
}
