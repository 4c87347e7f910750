package dev.pgduo.walk;

import dev.pgduo.HeadlessShell;
import dev.pgduo.HeadlessShell.Typed;
import dev.pgduo.cluster.control.ControlData;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.kept.KeptCopy;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.lab.pair.PairVerdict;
import dev.pgduo.lab.pair.Situation;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One lab that lines are typed to, each followed by the question whether the laws still hold. For one thread. */
final class Walk implements AutoCloseable {
    private static final Duration SETTLING = Duration.ofSeconds(8);
    private static final Duration REPLAYING = Duration.ofSeconds(20);
    private static final int ROUNDS = 3;
    private static final long SLOW_SECONDS = 40;

    private final Path place;
    private final Path directory;
    private final Consumer<String> trace;
    private final Ledger ledger = new Ledger();
    private final Map<NodeName, Sight> sights = new EnumMap<>(NodeName.class);
    private final Set<NodeName> spoilt = EnumSet.noneOf(NodeName.class);
    private Set<Integer> newestBefore = Set.of();
    private HeadlessShell shell;
    private boolean forced;
    private String last = "";

    /**
     * A walk on a lab of its own.
     *
     * @param place a directory for it that the servers' user can enter
     * @param pg the server, as {@code --pg} takes it; empty for the default
     * @param trace is told each line and what it printed
     */
    Walk(Path place, String pg, Consumer<String> trace) {
        this.place = place;
        this.trace = trace;
        this.directory = place.resolve("lab");
        this.shell = HeadlessShell.open(directory, place.resolve("state"));
        Typed made = shell.type("new --auth trust" + (pg.isEmpty() ? "" : " --pg " + pg));
        if (made.failed()) {
            throw new Broken("new", made.text());
        }
        see();
    }

    Sight sight(NodeName name) {
        return Objects.requireNonNull(sights.get(name), "both nodes have been seen");
    }

    private Lab lab() {
        return shell.current().lab();
    }

    private void see() {
        for (NodeName name : NodeName.values()) {
            sights.put(name, Sight.of(lab(), name));
        }
    }

    /**
     * Runs a line and asks all laws.
     *
     * @throws Broken when one does not hold
     */
    void step(Line line) {
        boolean split = Laws.split(sight(NodeName.A), sight(NodeName.B));
        Map<NodeName, Sight> before = new EnumMap<>(sights);
        Set<Integer> alive = ledger.alive();
        List<KeptCopy> kept = lab().kept().list();
        PairVerdict verdict = lab().check().look().verdict();
        newestBefore = ledger.rows(verdict.primary());
        trace.accept("## " + line + "   [" + verdict.situation() + "]");
        long start = System.nanoTime();
        last = run(line);
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        trace.accept(last.strip().indent(4).stripTrailing());
        if (seconds > SLOW_SECONDS && before.values().stream().noneMatch(Sight::frozen) && !line.isAdvice()) {
            throw new Broken("slow", seconds + " s for \"" + line + "\":\n" + last);
        }
        if (last.contains("internal error") || last.contains("Exception")) {
            throw new Broken("internal error", last + state("pgduo.0.log"));
        }
        if (line.isOs() && (line.mayLose() || line.verb().contains("standby.signal"))) {
            spoilt.add(line.node());
        }
        observe(line, before);
        boolean now = Laws.split(sight(NodeName.A), sight(NodeName.B));
        forced = now && (forced || split || line.mayForce());
        if (now && !forced) {
            throw new Broken("two primaries", "unforced, by \"" + line + "\":\n" + last);
        }
        Set<Integer> missing = awaitRows(line, before, alive);
        if (!missing.isEmpty()) {
            lost(line, missing, kept, verdict);
        }
        judged();
    }

    private String state(String file) {
        try {
            return "\n" + Files.readString(place.resolve("state").resolve(file));
        } catch (IOException e) {
            return "";
        }
    }

    private String run(Line line) {
        if (line.isWrite()) {
            write(line.node());
            return "";
        }
        if (line.isKilled()) {
            return killed(line);
        }
        return line.isAdvice() ? follow() : typed(line.typed());
    }

    private String typed(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            text.append(shell.type(line.replace("PORTa", port(NodeName.A)).replace("PORTb", port(NodeName.B)))
                    .text());
        }
        return text.toString();
    }

    private String port(NodeName name) {
        return lab().state().port(name).toString();
    }

    /** A row for a node, if it takes one now. */
    private void write(NodeName name) {
        try (Probe probe = Probe.open(lab().endpoint(name))) {
            probe.scalar("create table if not exists ledger (id int primary key, node text)");
            String timeline = String.valueOf(probe.scalar("select timeline_id from pg_control_checkpoint()"));
            int id = ledger.take();
            probe.scalar("insert into ledger values (" + id + ", '" + name + "')");
            ledger.committed(id, name, timeline);
        } catch (LabException e) {
            last = String.valueOf(e.getMessage());
        }
    }

    private String killed(Line line) {
        shell.close();
        try {
            PgduoRun.Ended ended =
                    new PgduoRun(directory, place.resolve("state"), place).run(List.of(line.verb()), line.millis());
            return ended.text() + (ended.killed() ? "\n(killed)" : "\n(ended by itself)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken("hang", "interrupted");
        } finally {
            shell = HeadlessShell.open(directory, place.resolve("state"));
        }
    }

    /** Follows the advice of the verdict to the letter until the pair is healthy. */
    private String follow() {
        StringBuilder text = new StringBuilder();
        boolean failed = false;
        for (int round = 0; round < ROUNDS; round++) {
            Finding finding = lab().check().settled(SETTLING);
            text.append("-- ")
                    .append(finding.verdict().situation())
                    .append(": ")
                    .append(finding.verdict().words())
                    .append('\n');
            if (finding.verdict().commands().isEmpty()) {
                if (failed && spoilt.isEmpty()) {
                    throw new Broken("advice fails", text.toString());
                }
                return text.toString();
            }
            for (String command : finding.verdict().commands()) {
                Typed typed = shell.type(command);
                // Which setting is too low is only known when the server has said so.
                failed |= typed.failed() && !typed.text().contains("is a lower setting");
                text.append("> ")
                        .append(command)
                        .append(typed.failed() ? "   (failed)\n" : "\n")
                        .append(typed.text());
            }
        }
        Finding finding = lab().check().settled(SETTLING);
        if (!finding.verdict().situation().healthy()
                && !finding.verdict().commands().isEmpty()) {
            throw new Broken(
                    "advice does not heal",
                    text + "-- in the end " + finding.verdict().words());
        }
        return text.toString();
    }

    /** Looks at both nodes, and finds out which rows they have now. */
    private void observe(Line line, Map<NodeName, Sight> before) {
        see();
        for (NodeName name : NodeName.values()) {
            Sight node = sight(name);
            if (node.answer().isPresent()) {
                Sight.Said said = node.answer().get();
                Set<Integer> rows = new TreeSet<>(said.rows());
                if (said.recovering() && !line.mayRewrite()) {
                    rows.addAll(ledger.rows(name));
                }
                ledger.known(name, rows, !said.recovering());
            } else if (node.empty()) {
                ledger.known(name, Set.of(), true);
            } else if (node.damaged()) {
                ledger.known(name, spoilt.contains(name) ? Set.of() : ledger.rows(name), false);
            } else if (node.pid() != 0) {
                ledger.known(name, ledger.rows(name), false);
            } else if (line.mayRewrite() && changed(node, Objects.requireNonNull(before.get(name)))) {
                probe(name);
            }
            if (!line.isOs()
                    && !node.copy()
                            .equals(Objects.requireNonNull(before.get(name)).copy())) {
                spoilt.remove(name);
            }
        }
    }

    private static boolean changed(Sight now, Sight before) {
        return before.pid() != 0 || !now.control().equals(before.control()) || before.label() != now.label();
    }

    /** Finds out which rows a node has that does not run. One that somebody has spoilt at an OS prompt may have none to be seen. */
    private void probe(NodeName name) {
        StringBuilder why = new StringBuilder();
        Optional<Set<Integer>> rows = new DataProbe(lab(), place.resolve("probe"), why::append)
                .rows(lab().node(name).layout().data());
        if (rows.isEmpty() && sight(name).label()) {
            // A rewound node reads on in the log of its source; alone it cannot be started.
            ledger.known(name, Set.of(), false);
            return;
        }
        if (rows.isEmpty() && !spoilt.contains(name)) {
            throw new Broken(
                    "no server starts", "with what node " + name + " has\n" + last + "\nthe copy's server: " + why);
        }
        ledger.known(name, rows.orElse(Set.of()), rows.isPresent());
    }

    /** The rows that no node has any more; a standby may need a moment to replay them. */
    private Set<Integer> awaitRows(Line line, Map<NodeName, Sight> before, Set<Integer> alive) {
        Supplier<Set<Integer>> missing = () -> {
            Set<Integer> rows = new TreeSet<>(alive);
            rows.removeAll(ledger.alive());
            return rows;
        };
        long until = System.nanoTime() + REPLAYING.toNanos();
        while (!missing.get().isEmpty()
                && !line.mayLose()
                && !(line.isAdvice() && last.contains("--yes"))
                && (sight(NodeName.A).runningStandby() || sight(NodeName.B).runningStandby())
                && System.nanoTime() < until) {
            pause();
            observe(line, before);
        }
        return missing.get();
    }

    private void lost(Line line, Set<Integer> missing, List<KeptCopy> before, PairVerdict verdict) {
        String what = ledger.describe(missing) + " by \"" + line + "\":\n" + last;
        Set<Integer> newest = new TreeSet<>(missing);
        newest.retainAll(newestBefore);
        // Advice that has to stop at a frozen server first is about what is seen when it goes on, and says then what
        // would be lost.
        boolean seen = verdict.situation() != Situation.FROZEN;
        if (line.isAdvice() && seen && !newest.isEmpty() && spoilt.isEmpty()) {
            throw new Broken("advice loses the newest history", what + "\nverdict before: " + verdict.words());
        }
        boolean asked = line.mayLose() || (line.isAdvice() && last.contains("--yes"));
        if (!asked) {
            throw new Broken("lost rows", what);
        }
        if (line.isOs() || line.isKilled() || last.contains("pg_rewind")) {
            return;
        }
        Set<Integer> gone = new TreeSet<>(missing);
        List<KeptCopy> fresh = lab().kept().list().stream()
                .filter(copy -> !before.contains(copy))
                .toList();
        for (KeptCopy copy : fresh) {
            gone.removeAll(new DataProbe(lab(), place.resolve("probe"), trace)
                    .rows(copy.directory().resolve("data"))
                    .orElse(missing));
        }
        if (!gone.isEmpty()) {
            throw new Broken("not kept", what + "\nverdict before: " + verdict.words() + "\nkept since: " + fresh);
        }
    }

    /** The verdict agrees with what the walk sees. */
    private void judged() {
        long until = System.nanoTime() + SETTLING.toNanos();
        Optional<String> wrong = Optional.of("");
        Finding finding = lab().check().look();
        while (wrong.isPresent() && System.nanoTime() < until) {
            see();
            wrong = Laws.contradiction(finding.verdict().situation(), sight(NodeName.A), sight(NodeName.B));
            if (wrong.isPresent()) {
                pause();
                finding = lab().check().look();
            }
        }
        if (wrong.isPresent()) {
            throw new Broken("verdict", wrong.get() + "\n" + describe(finding) + last);
        }
        rowsAgree(finding);
    }

    private void rowsAgree(Finding finding) {
        Set<Integer> denied = Laws.denied(finding, ledger);
        NodeName primary = finding.verdict().primary();
        if (!denied.isEmpty() && !ledger.exact(primary) && sight(primary).pid() == 0) {
            probe(primary);
            denied = Laws.denied(finding, ledger);
        }
        if (!denied.isEmpty() && ledger.exact(primary)) {
            throw new Broken(
                    "rows contradict the verdict",
                    "node " + primary + " does not have " + ledger.describe(denied) + "\n" + describe(finding) + last);
        }
    }

    private String describe(Finding finding) {
        return finding.verdict().situation() + ": " + finding.verdict().words() + "\n" + finding.picture() + "\n"
                + describe(sight(NodeName.A)) + describe(sight(NodeName.B));
    }

    private String describe(Sight node) {
        Optional<ControlData> control =
                ControlData.tryRead(lab().node(node.name()).layout().data());
        return "walk sees " + node.name() + ": pid=" + node.pid() + " standby=" + node.standby() + " empty="
                + node.empty()
                + " damaged=" + node.damaged() + " label=" + node.label() + " used=" + node.used() + " answer="
                + node.answer().map(Object::toString).orElse("-") + " control="
                + control.map(Object::toString).orElse("-") + "\n";
    }

    /** Reads every node that does not run, and asks whether it still has what it had. */
    void deepCheck() {
        for (NodeName name : NodeName.values()) {
            Sight node = sight(name);
            if (node.pid() != 0 || node.empty() || node.damaged()) {
                continue;
            }
            Set<Integer> gone = new TreeSet<>(ledger.rows(name));
            probe(name);
            gone.removeAll(ledger.rows(name));
            if (!gone.isEmpty() && ledger.exact(name) && !spoilt.contains(name)) {
                throw new Broken("node forgot rows", "node " + name + " no longer has " + ledger.describe(gone));
            }
        }
        rowsAgree(lab().check().look());
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Broken("hang", "interrupted");
        }
    }

    /** Removes the lab, which must always be possible; nothing of it may stay. */
    void end() {
        typed(List.of("destroy --yes"));
        if (Files.exists(directory)) {
            throw new Broken("destroy", "the directory is still there");
        }
    }

    /** Lets go of the lab. */
    @Override
    public void close() {
        shell.close();
    }

    /** The scripts' files that a failed walk may want to show. */
    List<Path> logs() {
        List<Path> files = new ArrayList<>();
        for (NodeName name : NodeName.values()) {
            files.add(directory.resolve(name.toString()).resolve("server.log"));
        }
        return files;
    }
}
