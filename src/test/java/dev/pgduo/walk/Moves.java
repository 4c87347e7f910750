package dev.pgduo.walk;

import dev.pgduo.cluster.quantity.NodeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Picks the next line of a walk: by chance, but more often one that can do something to nodes in this state. */
final class Moves {
    private static final int ORDERLY = 4;
    private static final String POSTMASTER = "$(head -n 1 $PGDATA/postmaster.pid)";
    private static final List<String> HARMLESS = List.of(
            "work_mem 8MB",
            "log_min_duration_statement 100",
            "wal_keep_size 0",
            "wal_keep_segments 0",
            "max_slot_wal_keep_size 1MB",
            "max_wal_size 32MB",
            "deadlock_timeout 2s");

    /** Goes over several files of the log, so that old ones are removed. */
    private static final String MUCH = "for i in 1 2 3 4 5 6; do psql -qAtc \"create table if not exists junk (i int)\""
            + " -c \"insert into junk values (1)\" -c \"select pg_switch_wal()\"; done; psql -qAtc checkpoint";

    private final Random chance;
    private final boolean kills;
    private final long killAfter;
    /** Some walks put things right often, others let them go wrong for long. */
    private final int order;

    /**
     * Moves of this chance.
     *
     * @param kills whether pgduo is killed at times, which takes a process of its own each time
     * @param killAfter milliseconds that a pgduo needs until it begins to work
     */
    Moves(Random chance, boolean kills, long killAfter) {
        this.chance = chance;
        this.kills = kills;
        this.killAfter = killAfter;
        this.order = 1 + chance.nextInt(ORDERLY);
    }

    private record Move(int weight, String line) {}

    /** The next line for two nodes that look like this. */
    Line next(Sight a, Sight b) {
        List<Move> moves = new ArrayList<>();
        if (a.frozen() || b.frozen()) {
            frozen(a.frozen() ? NodeName.A : NodeName.B, moves);
        } else {
            lab(a, b, moves);
            node(a, b, moves);
            node(b, a, moves);
            copies(a, b, moves);
            copies(b, a, moves);
        }
        write(a, moves);
        write(b, moves);
        String line = pick(moves);
        boolean killed = kills
                && chance.nextInt(25) == 0
                && !line.contains("$ ")
                && !line.startsWith("write")
                && !line.equals("advice");
        return new Line(killed ? "killed " + (killAfter * 2 / 3 + chance.nextLong(2 * killAfter)) + " " + line : line);
    }

    private String pick(List<Move> moves) {
        int point = chance.nextInt(moves.stream().mapToInt(Move::weight).sum());
        for (Move move : moves) {
            point -= move.weight();
            if (point < 0) {
                return move.line();
            }
        }
        throw new IllegalStateException("weights do not add up");
    }

    private String one(List<String> words) {
        return words.get(chance.nextInt(words.size()));
    }

    private static void write(Sight node, List<Move> moves) {
        if (node.runningPrimary()) {
            moves.add(new Move(25, "write " + node.name()));
        }
    }

    private static void frozen(NodeName name, List<Move> moves) {
        moves.add(new Move(40, name + "$ kill -CONT " + POSTMASTER));
        moves.add(new Move(15, "advice"));
        moves.add(new Move(10, "status"));
        moves.add(new Move(10, "up"));
        moves.add(new Move(4, "stop " + name + " -m immediate"));
        moves.add(new Move(4, name + "$ kill -9 " + POSTMASTER));
        moves.add(new Move(8, "promote " + name.other()));
        moves.add(new Move(3, "lag"));
    }

    private void lab(Sight a, Sight b, List<Move> moves) {
        boolean healthy = Laws.healthy(a, b);
        moves.add(new Move(healthy ? 2 : 3 * order, "up"));
        moves.add(new Move(healthy ? 1 : 2 * order, "up --yes"));
        moves.add(new Move(6, "down"));
        moves.add(new Move(healthy ? 14 : 2, "switchover"));
        moves.add(new Move(1, "reset"));
        moves.add(new Move(1, "reset --yes"));
        moves.add(new Move(1, "undo"));
        moves.add(new Move(2 * order, "advice"));
        moves.add(new Move(4, "status"));
        moves.add(new Move(1, "lag"));
        moves.add(new Move(2, "catchup"));
        moves.add(new Move(2, "snapshot save " + one(List.of("s1", "s2"))));
        moves.add(new Move(1, "snapshot restore " + one(List.of("s1", "s2"))));
        moves.add(new Move(2, "snapshot restore " + one(List.of("s1", "s2")) + " --yes"));
        String node = one(List.of("a", "b", "primary", "standby"));
        moves.add(new Move(4, "conf set " + one(HARMLESS) + " --node " + node));
        moves.add(new Move(2, "conf reset " + one(HARMLESS).replaceFirst(" .*", "") + " --node " + node));
        moves.add(new Move(3, "conf set max_connections " + one(List.of("120", "150", "100")) + " --node primary"));
    }

    private void node(Sight node, Sight other, List<Move> moves) {
        NodeName name = node.name();
        boolean up = node.pid() != 0;
        moves.add(new Move(up ? 1 : 12, "start " + name));
        moves.add(new Move(up ? 1 : 2, "start " + name + " --force"));
        moves.add(new Move(up ? 10 : 1, "stop " + name + one(List.of("", " -m smart", " -m fast", " -m immediate"))));
        moves.add(new Move(3, "restart " + name));
        moves.add(new Move(node.runningStandby() ? 8 : 1, "promote " + name));
        moves.add(new Move(up ? 5 : 1, "crash " + name + " " + one(List.of("immediate", "kill"))));
        moves.add(new Move(node.runningStandby() ? 3 : 1, "wal " + one(List.of("pause", "resume")) + " " + name));
        moves.add(new Move(up ? 2 : 1, name + "$ pg_ctl stop -m " + one(List.of("fast", "immediate"))));
        moves.add(new Move(up ? 1 : 3, name + "$ pg_ctl start"));
        moves.add(new Move(node.runningStandby() ? 3 : 1, name + "$ pg_ctl promote"));
        moves.add(new Move(up ? 1 : 3, name + "$ touch $PGDATA/standby.signal"));
        moves.add(new Move(up ? 1 : 3, name + "$ rm -f $PGDATA/standby.signal"));
        if (node.empty()) {
            moves.add(new Move(4, "init " + name));
        }
        if (node.runningPrimary()) {
            moves.add(new Move(4, name + "$ " + MUCH));
        }
        if (up) {
            moves.add(new Move(3, name + "$ kill -9 " + POSTMASTER));
            moves.add(new Move(2, name + "$ psql -qAtc \"select pg_switch_wal()\""));
            moves.add(new Move(2, name + "$ psql -qAtc checkpoint"));
            moves.add(new Move(1, name + "$ kill -STOP " + POSTMASTER));
        } else {
            moves.add(new Move(1, name + "$ rm -rf $PGDATA/*"));
        }
        if (!up && other.answer().isPresent() && chance.nextInt(4) == 0) {
            moves.add(new Move(2, name + "$ rm $PGDATA/global/pg_control"));
        }
    }

    private void copies(Sight node, Sight other, List<Move> moves) {
        NodeName name = node.name();
        boolean possible = node.pid() == 0 && other.pid() != 0;
        String slot = one(List.of("", " --slot pgduo", " --slot s1"));
        String yes = one(List.of("", " --yes"));
        moves.add(new Move(
                possible ? 8 : 1,
                "basebackup --from " + name.other() + " --to " + name + slot + one(List.of("", "", " --no-standby"))
                        + yes));
        moves.add(new Move(possible ? 8 : 1, "rewind " + name + " --from " + name.other() + yes));
        moves.add(new Move(possible ? 5 : 1, "standby " + name + " --of " + name.other() + slot + yes));
        moves.add(new Move(2, "undo " + name + yes));
        moves.add(new Move(2, "slot create " + one(List.of("pgduo", "s1")) + " --node " + name));
        moves.add(new Move(2, "slot drop " + one(List.of("pgduo", "s1")) + " --node " + name));
        if (possible) {
            moves.add(new Move(
                    2,
                    name + "$ pg_rewind -D $PGDATA --source-server=\"host=127.0.0.1 port=PORT" + name.other()
                            + " user=postgres dbname=postgres\""));
            moves.add(new Move(
                    2, name + "$ pg_basebackup -D $PGDATA -R -h 127.0.0.1 -p PORT" + name.other() + " -U postgres"));
        }
    }
}
