package dev.pgduo.transcript.foreign;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the output of a command tells of its server, in a document about a primary and its standby: one that has written is no standby. Where one was
 * promoted, nothing of that is sure any more.
 */
final class StandbySigns {
    private static final Pattern STANDBY = Pattern.compile(
            "(?is).*(?:standby\\.signal|standby_mode|primary_conninfo|write-recovery-conf|pg_basebackup\\s(?:.*\\s)?-[a-z]*R[a-zA-Z]*\\b|pg_stat_wal_receiver|pg_stat_replication|pg_create_physical_replication_slot).*");
    private static final Pattern LOGICAL = Pattern.compile("(?is).*\\bcreate\\s+(?:subscription|publication)\\b.*");
    private static final Pattern SUBSCRIBES =
            Pattern.compile("(?is)\\bcreate\\s+subscription\\b.*\\bpublication\\s+([\\w\"]+)");
    private static final Pattern PUBLISHER = Pattern.compile(
            "(?is)\\s*(?:(?:create|alter|drop)\\s+publication\\b.*|select\\b.*\\bpg_(?:publication(?:_tables|_rel)?|stat_replication)\\b.*)");
    private static final Pattern SUBSCRIBER = Pattern.compile(
            "(?is)\\s*(?:(?:create|alter|drop)\\s+subscription\\b.*|select\\b.*\\bpg_(?:stat_)?subscription(?:_rel|_stats)?\\b.*|\\\\dRs\\b.*)");
    private static final Pattern PROMOTED = Pattern.compile(
            "(?is).*(?:\\bpromote\\b|pg_promote|trigger_file|\\btouch\\s\\S*(?:trigger|failover)|\\bswitchover\\b).*");
    private static final Pattern WRITES = Pattern.compile(
            "(?is)(?:insert|update|delete|truncate|merge|drop|create(?!\\s+(?:or\\s+replace\\s+)?(?:temp|local))|alter(?!\\s+system)|grant|revoke|comment|reindex|refresh)\\b.*");
    private static final Pattern SENDS = Pattern.compile(
            "(?is).*\\b(?:pg_stat_replication|pg_create_physical_replication_slot|pg_switch_(?:wal|xlog)|pg_current_(?:wal|xlog)_\\w+)\\b.*");
    private static final Pattern RECEIVES = Pattern.compile(
            "(?is).*\\bpg_(?:stat_wal_receiver|last_(?:wal|xlog)_re\\w+|last_xact_replay_timestamp|(?:wal|xlog)_replay_(?:pause|resume)|is_(?:wal|xlog)_replay_paused)\\b.*");
    private static final Pattern CALLED =
            Pattern.compile("(?s)(?:\\S*/)?(?:createdb|createuser|dropdb|dropuser|pgbench\\s+(?:\\S+\\s+)*-i)\\b.*");
    private static final Pattern FAILED = Pattern.compile("(?is).*(?:error|fatal|ошибка):.*");
    private static final Pattern ROLE = Pattern.compile("(?is)create\\s+(?:user|role)\\s.*\\breplication\\b.*");
    private static final Pattern READ_ONLY = Pattern.compile(
            "(?is).*(?:read-only transaction|during recovery|в транзакции в режиме \"только чтение\"|во время восстановления).*");
    private static final Pattern RECOVERY = Pattern.compile("(?is).*\\bpg_is_in_recovery\\(\\).*");

    private final Set<ForeignStep> before = new HashSet<>();
    /** Whether one server publishes and the other one subscribes, as far as the commands tell. */
    private final boolean oneWay;

    StandbySigns(List<Item> items) {
        boolean logical = items.stream().anyMatch(item -> has(item, LOGICAL));
        this.oneWay = oneWay(items);
        if (logical || items.stream().noneMatch(item -> has(item, STANDBY))) {
            return;
        }
        for (Item item : items) {
            if (item instanceof ForeignStep step) {
                if (PROMOTED.matcher(step.text()).matches()) {
                    return;
                }
                before.add(step);
            }
        }
    }

    private static boolean oneWay(List<Item> items) {
        Set<String> publications = new HashSet<>();
        for (Item item : items) {
            Matcher subscribes = item instanceof ForeignStep step ? SUBSCRIBES.matcher(step.text()) : null;
            if (subscribes != null && subscribes.find()) {
                publications.add(subscribes.group(1).toLowerCase(Locale.ROOT));
            }
        }
        return publications.size() == 1;
    }

    private static boolean has(Item item, Pattern pattern) {
        return item instanceof ForeignStep step
                ? pattern.matcher(step.text()).matches()
                : item instanceof Item.Prose prose
                        && prose.lines().stream()
                                .anyMatch(line -> pattern.matcher(line.text()).matches());
    }

    /** The node that this must have been typed on; null when its output does not say. */
    @Nullable
    String node(ForeignStep step) {
        if (before.contains(step)
                && step.sql()
                && step.output().isEmpty()
                && ROLE.matcher(step.text().strip()).matches()) {
            return "a";
        }
        boolean called = before.contains(step)
                && !step.sql()
                && !step.prompt().key().isEmpty()
                && CALLED.matcher(step.text().strip()).matches();
        if (called
                && step.output().stream().noneMatch(line -> FAILED.matcher(line).matches())) {
            return "a";
        }
        if (!before.contains(step) || step.output().isEmpty()) {
            return null;
        }
        String output = String.join("\n", step.output());
        if (READ_ONLY.matcher(output).matches()) {
            return "b";
        }
        if (RECOVERY.matcher(step.text()).matches()) {
            return recovery(step.output());
        }
        boolean done = step.sql()
                && WRITES.matcher(step.text().strip()).matches()
                && step.output().stream().anyMatch(line -> tag(line, step.text()));
        return done ? "a" : null;
    }

    /** The node on which such a command is of use; null when that is either. */
    @Nullable
    String likely(ForeignStep step) {
        String text = step.text();
        if (oneWay && step.sql()) {
            boolean publishes = PUBLISHER.matcher(text).matches();
            return publishes ? "a" : SUBSCRIBER.matcher(text).matches() ? "b" : null;
        }
        if (!before.contains(step)) {
            return null;
        }
        boolean primary = SENDS.matcher(text).matches();
        boolean standby = RECEIVES.matcher(text).matches();
        return primary == standby ? null : primary ? "a" : "b";
    }

    private static boolean tag(String line, String statement) {
        String verb = statement.strip().split("\\s", 2)[0].toUpperCase(Locale.ROOT);
        return LineLooks.tag(line) && line.strip().startsWith(verb);
    }

    private static @Nullable String recovery(List<String> output) {
        List<String> values = output.stream()
                .map(String::strip)
                .filter(line -> line.matches("[tf]"))
                .toList();
        return values.size() == 1 ? (values.get(0).equals("t") ? "b" : "a") : null;
    }
}
