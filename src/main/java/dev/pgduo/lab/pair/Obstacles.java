package dev.pgduo.lab.pair;

import dev.pgduo.cluster.node.Node;
import dev.pgduo.cluster.server.ServerLog;
import dev.pgduo.lab.link.LabLink;
import dev.pgduo.version.Capabilities;
import dev.pgduo.version.Feature;
import dev.pgduo.wire.Conninfo;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds out why a standby does not stream: from the slot on its primary, its settings, and its log.
 *
 * @param standby the standby's files and log
 * @param upstream the primary's files
 * @param primary queries the primary
 */
public record Obstacles(Node standby, Node upstream, NodeProbe primary) {
    private static final int LOG_LINES = 60;
    private static final long KEPT_SEGMENTS = 8;
    private static final Pattern INVALIDATED =
            Pattern.compile("can no longer (?:get changes from|access) replication slot \"([^\"]+)\"");
    private static final Pattern RESTORED = Pattern.compile("restored log file \"\\w+\" from archive");
    private static final Pattern TROUBLE = Pattern.compile("(?:FATAL|ERROR|PANIC|WARNING):  .*");

    /** The obstacle; empty when none is found. */
    Optional<Obstacle> find(NodePicture node) {
        String slot = node.files().slot().orElse("");
        List<String> log = standby.logTail(LOG_LINES);
        return slot(slot)
                .or(() -> halted(log))
                .or(() -> node.up() ? running(node, slot, RecentLog.of(log)) : Optional.empty());
    }

    /**
     * The obstacle of a standby that reconnects again and again, and so seems to stream for a moment: WAL that was removed, and
     * which only an archive could bring back.
     */
    Optional<Obstacle> refused(NodePicture node) {
        String slot = node.files().slot().orElse("");
        List<String> log = RecentLog.of(standby.logTail(LOG_LINES));
        return slot(slot)
                .filter(found -> found.situation() == Situation.SLOT_LOST)
                .or(() -> removed(log).map(line -> gone(Situation.WAL_REMOVED, line.group(), slot)));
    }

    static Optional<Matcher> removed(List<String> log) {
        return said(RESTORED, log).isPresent() ? Optional.empty() : said(ServerLog.WAL_REMOVED, log);
    }

    /** The setting for which the standby has ended or paused in its last run, whether it streams or not. */
    Optional<Obstacle> halted() {
        return halted(standby.logTail(LOG_LINES));
    }

    /** The setting for which a node's last start failed, according to its log. */
    public static Optional<Obstacle> ofLastStart(Node node) {
        return halted(node.logTail(LOG_LINES));
    }

    private static Optional<Obstacle> halted(List<String> log) {
        return said(ServerLog.LOWER_SETTING, RecentLog.sinceStart(log)).map(Obstacles::tooLow);
    }

    private Optional<Obstacle> running(NodePicture node, String slot, List<String> log) {
        return elsewhere(node, slot)
                .or(() -> said(ServerLog.WAL_REMOVED, log).map(line -> gone(Situation.WAL_REMOVED, line.group(), slot)))
                .or(() -> said(INVALIDATED, log).map(line -> gone(Situation.SLOT_LOST, line.group(), line.group(1))))
                .or(() -> new RefusedStandby(standby, upstream).find(log))
                .or(() -> said(TROUBLE, log).map(line -> Obstacle.of(Situation.CANNOT_FOLLOW, line.group(), slot)));
    }

    private Optional<Obstacle> slot(String slot) {
        if (slot.isEmpty() || !slot.matches("[a-z0-9_]+")) {
            return Optional.empty();
        }
        Capabilities capabilities = standby.settings().capabilities();
        String lost = capabilities.has(Feature.SLOT_WAL_LIMIT) ? "coalesce(wal_status, '')" : "''";
        List<List<@Nullable String>> rows = primary.rows(
                "select count(*), max(" + lost + ") from pg_replication_slots where slot_name = '" + slot + "'");
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        if ("0".equals(rows.get(0).get(0))) {
            return Optional.of(Obstacle.of(Situation.SLOT_MISSING, "its slot is missing", slot));
        }
        return "lost".equals(rows.get(0).get(1))
                ? Optional.of(gone(Situation.SLOT_LOST, "its slot is lost", slot))
                : Optional.empty();
    }

    /**
     * An obstacle for removed WAL. Where max_wal_size is so small that each new segment causes a checkpoint, the WAL of a new
     * base backup would be removed during the backup: then the primary has to keep some segments.
     */
    private Obstacle gone(Situation situation, String why, String slot) {
        boolean bytes = standby.settings().capabilities().has(Feature.SLOT_WAL_LIMIT);
        String setting = bytes ? "wal_keep_size" : "wal_keep_segments";
        String kept = bytes
                ? "pg_size_bytes(current_setting('wal_keep_size'))"
                : "current_setting('wal_keep_segments')::bigint * segment";
        List<List<@Nullable String>> rows = primary.rows("select segment >> 20 from"
                + " (select pg_size_bytes(current_setting('wal_segment_size')) as segment) s"
                + " where pg_size_bytes(current_setting('max_wal_size')) < 4 * segment and "
                + kept + " < " + KEPT_SEGMENTS + " * segment");
        if (rows.isEmpty()) {
            return Obstacle.of(situation, why, slot);
        }
        long megabytes = Long.parseLong(String.valueOf(rows.get(0).get(0)));
        String value = bytes ? KEPT_SEGMENTS * megabytes + "MB" : Long.toString(KEPT_SEGMENTS);
        return new Obstacle(situation, why, slot, setting, value);
    }

    private Optional<Obstacle> elsewhere(NodePicture node, String slot) {
        Optional<String> port = node.files().conninfo().flatMap(Obstacles::port);
        if (node.files().conninfo().isEmpty()) {
            return Optional.of(Obstacle.of(Situation.CANNOT_FOLLOW, "its primary_conninfo is empty", slot));
        }
        return port.filter(text ->
                        !text.equals(Integer.toString(upstream.endpoint().port())))
                .flatMap(text -> leads(text, slot));
    }

    /** The obstacle of a standby whose port is not the primary's: it may be the link's. */
    private Optional<Obstacle> leads(String text, String slot) {
        Optional<LabLink> link = Optional.ofNullable(standby.layout().root().getParent())
                .map(LabLink::of)
                .filter(known -> known.state()
                        .filter(state -> text.equals(Integer.toString(state.port())))
                        .isPresent());
        if (link.isPresent()) {
            return link.get().dead()
                    ? Optional.of(Obstacle.of(Situation.LINK_DEAD, "its link is dead", slot))
                    : link.filter(LabLink::broken)
                            .map(broken -> Obstacle.of(Situation.NETWORK_DOWN, "its link is cut", slot));
        }
        return Optional.of(Obstacle.of(Situation.CANNOT_FOLLOW, "its primary_conninfo leads to port " + text, slot));
    }

    static Optional<String> port(String conninfo) {
        try {
            return Optional.ofNullable(Conninfo.parse(conninfo).value("port"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Obstacle tooLow(Matcher line) {
        return new Obstacle(Situation.SETTING_TOO_LOW, line.group(), "", line.group(1), line.group(2));
    }

    /** The last line of a log that matches. */
    static Optional<Matcher> said(Pattern pattern, List<String> log) {
        for (int i = log.size() - 1; i >= 0; i--) {
            Matcher matcher = pattern.matcher(log.get(i));
            if (matcher.find()) {
                return Optional.of(matcher);
            }
        }
        return Optional.empty();
    }
}
