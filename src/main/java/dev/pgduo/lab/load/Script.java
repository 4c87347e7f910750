package dev.pgduo.lab.load;

import java.util.List;
import java.util.stream.Stream;

/**
 * The script that a client runs again and again.
 *
 * @param name the name for reports
 * @param weight how often it is chosen among several scripts, 0 or more
 */
public record Script(String name, int weight, List<ScriptCommand> commands) {
    public Script {
        commands = List.copyOf(commands);
    }

    /** The branches of its conditions. */
    Branches branches() {
        return Branches.of(name, commands);
    }

    /** Whether a command is outside of all conditions. */
    public boolean always(int command) {
        return branches().always(command);
    }

    /** Computes the statements of a transaction without using them. */
    void rehearse(Values values) {
        for (ScriptCommand command : commands) {
            if (command instanceof ScriptCommand.Set set) {
                set.run(values);
            } else if (command instanceof ScriptCommand.Sql sql) {
                sql.filled(values);
            }
        }
    }

    /** The scripts that are built in. */
    public enum Builtin {
        TPCB_LIKE("tpcb-like", "<builtin: TPC-B (sort of)>", true, true),
        SIMPLE_UPDATE("simple-update", "<builtin: simple update>", true, false),
        SELECT_ONLY("select-only", "<builtin: select only>", false, false);

        private final String word;
        private final String title;
        private final boolean writes;
        private final boolean all;

        Builtin(String word, String title, boolean writes, boolean all) {
            this.word = word;
            this.title = title;
            this.writes = writes;
            this.all = all;
        }

        /** The name for options. */
        public String word() {
            return word;
        }

        /** The title for reports. */
        public String title() {
            return title;
        }

        /** The scripts whose names begin with this text. */
        public static List<Builtin> find(String beginning) {
            return Stream.of(values())
                    .filter(one -> one.word.startsWith(beginning))
                    .toList();
        }

        /** The text of the script. */
        public String text() {
            String select = "SELECT abalance FROM pgbench_accounts WHERE aid = :aid;\n";
            if (!writes) {
                return "\\set aid random(1, 100000 * :scale)\n" + select;
            }
            String others = """
                    UPDATE pgbench_tellers SET tbalance = tbalance + :delta WHERE tid = :tid;
                    UPDATE pgbench_branches SET bbalance = bbalance + :delta WHERE bid = :bid;
                    """;
            return """
                    \\set aid random(1, 100000 * :scale)
                    \\set bid random(1, 1 * :scale)
                    \\set tid random(1, 10 * :scale)
                    \\set delta random(-5000, 5000)
                    BEGIN;
                    UPDATE pgbench_accounts SET abalance = abalance + :delta WHERE aid = :aid;
                    """ + select + (all ? others : "") + """
                    INSERT INTO pgbench_history (tid, bid, aid, delta, mtime)\
                     VALUES (:tid, :bid, :aid, :delta, CURRENT_TIMESTAMP);
                    END;
                    """;
        }

        /** The script with this weight. */
        public Script script(int weight) {
            return ScriptReader.read(title, text(), weight);
        }
    }
}
