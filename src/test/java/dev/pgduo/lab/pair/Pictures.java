package dev.pgduo.lab.pair;

import dev.pgduo.cluster.quantity.Damage;
import dev.pgduo.cluster.quantity.Lsn;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeState;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.wal.TimelineHistory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes pictures of nodes out of few words: {@code primary up 2:1@100 2@180} is a running primary whose timeline 1 was left at 0/100
 * and whose log ends on timeline 2 at 0/180.
 */
final class Pictures {
    private static final long SYSTEM = 7;

    private Pictures() {}

    /** A node: its kind ({@code empty}, {@code fresh}, {@code primary}, {@code standby}, {@code damaged}, {@code backup}, …), then words. */
    static NodePicture node(NodeName name, String text) {
        List<String> words = List.of(text.split(" ", -1));
        boolean up = words.contains("up");
        boolean standby = words.contains("standby");
        boolean empty = words.contains("empty");
        Optional<Damage> damage = words.contains("damaged")
                ? Optional.of(new Damage(Path.of("/lab/pg_control"), "is missing"))
                : words.contains("unstartable")
                        ? Optional.of(new Damage(Path.of("/lab/server.log"), "says no"))
                        : Optional.empty();
        Optional<NodePicture.Wal> wal = words.stream()
                .filter(word -> word.contains("@"))
                .reduce((first, last) -> last)
                .map(last -> wal(words, last));
        long system = words.contains("stranger") ? SYSTEM + 1 : SYSTEM;
        return new NodePicture(
                name,
                new NodeState(
                        status(up, standby, empty, words),
                        up ? OptionalLong.of(1) : OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        damage),
                new RecoveryFiles(
                        standby ? Intent.STANDBY : words.contains("recovery") ? Intent.RECOVERY : Intent.PRIMARY,
                        label(words),
                        Optional.empty(),
                        Optional.empty()),
                empty || words.contains("damaged")
                        ? Optional.empty()
                        : Optional.of(new NodePicture.Cluster(system, new Lsn(0x50), 1 << 24, words.contains("fresh"))),
                wal,
                words.contains("frozen") ? List.of(11L, 12L) : List.of(),
                up && !words.contains("silent") ? Optional.of(answer(standby, wal, words)) : Optional.empty());
    }

    private static RecoveryLabel label(List<String> words) {
        if (words.contains("rewound")) {
            return RecoveryLabel.REWIND;
        }
        return words.contains("backup") ? RecoveryLabel.BACKUP : RecoveryLabel.NONE;
    }

    private static NodeStatus status(boolean up, boolean standby, boolean empty, List<String> words) {
        if (empty) {
            return NodeStatus.EMPTY;
        }
        if (words.contains("starting")) {
            return NodeStatus.STARTING;
        }
        if (up) {
            return standby ? NodeStatus.RUNNING_STANDBY : NodeStatus.RUNNING_PRIMARY;
        }
        if (words.contains("damaged")) {
            return NodeStatus.DAMAGED;
        }
        return words.contains("crashed") ? NodeStatus.CRASHED : NodeStatus.STOPPED;
    }

    private static NodePicture.Wal wal(List<String> words, String last) {
        StringBuilder history = new StringBuilder();
        words.stream()
                .filter(word -> word.contains("@") && !word.equals(last))
                .forEach(word -> history.append(word.replace("@", "\t0/")).append("\tno reason\n"));
        String[] end = last.split("@", -1);
        long timeline = Long.parseLong(end[0]);
        return new NodePicture.Wal(
                new WalPlace(timeline, Lsn.parse("0/" + end[1])), TimelineHistory.parse(history.toString(), timeline));
    }

    private static ReplicationState answer(boolean standby, Optional<NodePicture.Wal> wal, List<String> words) {
        Optional<ReplicationState.Sender> sender = words.contains("sends")
                ? Optional.of(new ReplicationState.Sender("streaming", "async", 0, 0, 0, 0))
                : Optional.empty();
        return new ReplicationState(
                standby,
                wal.map(place -> place.end().lsn()),
                Optional.empty(),
                wal.map(place -> Long.toString(place.end().timeline())).orElse(""),
                false,
                "",
                sender,
                words.contains("slot")
                        ? Optional.of(new ReplicationState.Slot("pgduo", false, 0, ""))
                        : Optional.empty());
    }
}
