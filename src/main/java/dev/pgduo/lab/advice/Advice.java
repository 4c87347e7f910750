package dev.pgduo.lab.advice;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.server.ServerLog;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person can do about one message of the server, as a row of a table.
 *
 * @param sqlState the message's SQLSTATE, or empty for any: a log has none
 * @param message searched for in the message
 * @param hint whole sentences; {@code {1}} is the pattern's first group, {@code {node}} the node that printed the message,
 * {@code {other}} the other one
 */
record Advice(String sqlState, Pattern message, String hint) {
    private static Advice row(String sqlState, String message, String hint) {
        return new Advice(sqlState, Pattern.compile(message), hint);
    }

    /** All advice; the first row that matches is used. */
    static final List<Advice> TABLE = List.of(
            row(
                    "25006",
                    "cannot execute .* in a read-only transaction",
                    "Node {node} is a standby: it only replays what the primary writes. Write on the primary (\"|\" goes to"
                            + " the other session), or make this node a primary with \"\\promote {node}\"."),
            row(
                    "55000",
                    "recovery is in progress",
                    "Node {node} is a standby; ask the primary (\"|\" goes to the other session)."),
            row("55000", "recovery is not in progress", "Node {node} is a primary; ask the standby."),
            row(
                    "",
                    ServerLog.WAL_REMOVED.pattern(),
                    "The primary has removed WAL that the standby still needs. Copy the standby again: \"stop {node}\", \"basebackup --from"
                            + " {other} --to {node} --slot pgduo\", \"start {node}\"; with a slot, the primary keeps the WAL."),
            row(
                    "",
                    "database system identifier differs between the primary and standby",
                    "The standby is no copy of this primary. Make it one: \"stop {node}\", \"basebackup --from {other} --to"
                            + " {node} --slot pgduo\", \"start {node}\"."),
            row(
                    "",
                    "forked off current database system timeline|is not in this server's history"
                            + "|highest timeline \\d+ of the primary is behind recovery timeline",
                    "The histories of the nodes have diverged. Rewind node {node}: \"stop {node}\", \"rewind"
                            + " {node} --from {other}\", \"standby {node} --of {other}\", \"start {node}\"; or copy it again"
                            + " with \"basebackup --from {other} --to {node}\"."),
            row(
                    "",
                    "replication slot \"([^\"]+)\" does not exist",
                    "Make it with \"slot create {1}\"; \"slot list\" shows what there is."),
            row("", "replication slot \"([^\"]+)\" already exists", "\"slot drop {1}\" removes it."),
            row(
                    "",
                    "replication slot \"([^\"]+)\" is active",
                    "A standby or a subscription is using it; stop the standby, or disable the subscription, before"
                            + " \"slot drop {1}\"."),
            row(
                    "",
                    "all replication slots are in use|number of requested standby connections exceeds max_wal_senders",
                    "Raise max_replication_slots or max_wal_senders with \"conf set\", or drop a slot that nobody uses."),
            row(
                    "",
                    "no pg_hba.conf entry for replication connection|no pg_hba.conf entry for host",
                    "Allow it with \"hba add\"; \"hba show\" lists the rules in the order in which they are tried."),
            row("28P01", "password authentication failed", "\"hba show\" says which rule asked for the password."),
            row(
                    "",
                    "could not connect to the primary server|error connecting to the primary",
                    "Does the primary run? \"status\" shows it; \"conf show primary_conninfo --node {node}\" shows where the"
                            + " standby looks for it."),
            row(
                    "",
                    "insufficient parameter settings",
                    "Give the standby at least the primary's value: \"conf set NAME VALUE --node {node}\", then \"start"
                            + " {node}\"."),
            row(
                    "",
                    "could not bind .*: Address already in use|Is another postmaster already running on port (\\d+)",
                    "Another program has the port. \"start\" takes other ports when no node of the lab runs."),
            row(
                    "40001",
                    "canceling statement due to conflict with recovery",
                    "The standby had to replay what the query still needed. Set hot_standby_feedback, or raise"
                            + " max_standby_streaming_delay, with \"\\conf set\"."),
            row(
                    "57P01",
                    "terminating connection due to administrator command",
                    "The server was stopped; \"\\status\" shows the nodes, the next statement connects again."),
            row(
                    "53300",
                    "too many clients|connection slots are reserved",
                    "Close a session, or raise max_connections."));

    /** The advice for one message; empty when there is none. */
    Optional<String> on(String state, String text, NodeName node) {
        Matcher matcher = message.matcher(text);
        boolean fits = (sqlState.isEmpty() || state.isEmpty() || sqlState.equals(state)) && matcher.find();
        return fits ? Optional.of(filled(matcher, node)) : Optional.empty();
    }

    private String filled(Matcher matcher, NodeName node) {
        String first = matcher.groupCount() > 0 && matcher.group(1) != null ? matcher.group(1) : "";
        return hint.replace("{1}", first)
                .replace("{node}", node.toString())
                .replace("{other}", node.other().toString());
    }
}
