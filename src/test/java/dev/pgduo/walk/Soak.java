package dev.pgduo.walk;

import dev.pgduo.HeadlessShell;
import dev.pgduo.HeadlessShell.Typed;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.pair.PairCheck.Finding;
import dev.pgduo.lab.place.LabState;
import dev.pgduo.report.LabException;
import dev.pgduo.session.Probe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Kills a pgduo of its own while it carries out a verb, and asks afterwards whether anything is left that should not be. */
final class Soak implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ROUNDS = 3;

    private static final String SMALL = """
                psql -p 5432

                => select 1 as one;
                 one\s
                -----
                   1
                (1 row)
                \s\s\s\s
            """;

    /** What is typed before, and what is killed; P and S are the primary and the standby of a healthy pair. */
    private record Scene(List<String> before, List<String> killed) {
        static Scene of(String killed, String... before) {
            return new Scene(List.of(before), List.of(killed.split("; ", -1)));
        }
    }

    private static final List<Scene> SCENES = List.of(
            Scene.of("up", "down"),
            Scene.of("up --yes", "promote S", "stop P"),
            Scene.of("up", "stop S", "basebackup --from P --to S --yes"),
            Scene.of("down"),
            Scene.of("switchover"),
            Scene.of("switchover"),
            Scene.of("reset --yes"),
            Scene.of("destroy --yes"),
            Scene.of("destroy --yes"),
            Scene.of("destroy --yes; new --auth trust"),
            Scene.of("destroy --yes; up --auth trust"),
            Scene.of("snapshot save s1"),
            Scene.of("snapshot save s1", "snapshot save s1"),
            Scene.of("snapshot restore s1 --yes", "snapshot save s1"),
            Scene.of("snapshot restore s1 --yes", "snapshot save s1"),
            Scene.of("basebackup --from P --to S --slot pgduo --yes", "stop S"),
            Scene.of("basebackup --from P --to S --slot pgduo --yes", "stop S"),
            Scene.of("basebackup --from P --to S --client pg_basebackup --yes", "stop S"),
            Scene.of("rewind P --from S --yes", "promote S", "write P", "stop P"),
            Scene.of("undo S --yes", "stop S", "basebackup --from P --to S --slot pgduo --yes"),
            Scene.of("undo S --yes", "stop S", "basebackup --from P --to S --slot pgduo --yes"),
            Scene.of("promote S"),
            Scene.of("standby P --of S --slot pgduo", "stop P", "promote S"),
            Scene.of("start S", "stop S"),
            Scene.of("restart P"),
            Scene.of("stop P -m smart"),
            Scene.of("crash P kill"),
            Scene.of("crash S immediate"),
            Scene.of("conf set work_mem 9MB --node both"),
            Scene.of("conf set max_connections 130 --node P"),
            Scene.of("slot create s1 --node P"),
            Scene.of("record FILE; stop S; start S; record stop"),
            Scene.of("play PLAYED"),
            Scene.of("play PLAYED"),
            Scene.of("verify PLAYED"));

    private final Path place;
    private final Path directory;
    private final Random chance;
    private final long startMillis;
    private final Ledger ledger = new Ledger();
    private HeadlessShell shell;

    /**
     * A soak on a lab of its own.
     *
     * @param place a directory for it that the servers' user can enter
     * @param played a transcript
     */
    Soak(Path place, long seed, String pg, Path played) throws IOException, InterruptedException {
        this.place = place;
        this.directory = place.resolve("lab");
        this.chance = new Random(seed);
        Files.copy(played, place.resolve("played.lab"));
        Files.writeString(place.resolve("small.lab"), SMALL);
        Files.createDirectories(place.resolve("tmp"));
        shell = open();
        expect(shell.type("up --auth trust" + (pg.isEmpty() ? "" : " --pg " + pg)));
        write();
        shell.close();
        long start = System.nanoTime();
        run(List.of("status"), PATIENCE.toMillis());
        startMillis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        shell = open();
    }

    private HeadlessShell open() {
        return HeadlessShell.open(directory, place.resolve("state"));
    }

    private PgduoRun.Ended run(List<String> lines, long millis) throws IOException, InterruptedException {
        return new PgduoRun(directory, place.resolve("state"), place.resolve("tmp")).run(lines, millis);
    }

    /**
     * One kill, and what must hold afterwards.
     *
     * @return the lines that were killed, for a report; empty when they were through before
     */
    Optional<String> kill() throws IOException, InterruptedException {
        Scene scene = SCENES.get(chance.nextInt(SCENES.size()));
        Finding healthy = shell.current().lab().check().look();
        NodeName primary = healthy.verdict().primary();
        write();
        for (String line : scene.before()) {
            String typed = named(line, primary);
            if (typed.startsWith("write ")) {
                write();
            } else {
                expect(shell.type(typed));
            }
        }
        Set<Integer> rows = rows();
        List<String> lines =
                scene.killed().stream().map(line -> named(line, primary)).toList();
        shell.close();
        // A pgduo works in the second half of its start's time and for a while after it.
        long millis = startMillis / 2 + chance.nextLong(startMillis * 3 / 2);
        PgduoRun.Ended ended = run(lines, millis);
        String what = String.join("; ", scene.before()) + (scene.before().isEmpty() ? "" : "; ") + "KILLED after "
                + millis + " ms" + (ended.killed() ? "" : " (it was through)") + ": " + String.join("; ", lines);
        try {
            judge(rows, lines, ended);
        } catch (Broken e) {
            throw new Broken(e.law(), what + "\n" + e.getMessage() + "\nit had printed:\n" + ended.text());
        }
        return ended.killed() ? Optional.of(what) : Optional.empty();
    }

    private String named(String line, NodeName primary) {
        return line.replaceAll("\\bP\\b", primary.toString())
                .replaceAll("\\bS\\b", primary.other().toString())
                .replace("FILE", place.resolve("recorded.lab").toString())
                .replace("PLAYED", place.resolve("played.lab").toString());
    }

    private void judge(Set<Integer> rows, List<String> lines, PgduoRun.Ended ended)
            throws IOException, InterruptedException {
        if (ended.text().contains("internal error") || ended.text().contains("Exception")) {
            throw new Broken("internal error", "in the killed one");
        }
        // Programs that it had started go on for a moment.
        await(
                "programs left running",
                () -> strangers().isEmpty(),
                () -> strangers().toString());
        shell = open();
        boolean lab = LabState.existsIn(directory);
        Typed status = shell.type("status");
        if (status.failed() || status.text().contains("internal error")) {
            throw new Broken("status", status.text());
        }
        if (lab) {
            halves();
            if (lines.stream().noneMatch(line -> line.contains("--yes"))) {
                missing(rows);
            }
            heal();
        } else {
            if (lines.stream().noneMatch(line -> line.startsWith("destroy"))) {
                throw new Broken("lab is gone", status.text());
            }
            orphans();
            expect(shell.type("up --auth trust"));
        }
        besides();
        thrownAway(lines);
        ledger.known(NodeName.A, Set.of(), true);
        write();
    }

    /** The pair must be brought up again, whatever was left; where {@code up} is not all, by following the advice. */
    private void heal() {
        StringBuilder said = new StringBuilder(shell.type("up --yes").text());
        Finding finding = shell.current().lab().check().settled(PATIENCE);
        for (int round = 0; round < ROUNDS && !finding.verdict().situation().healthy(); round++) {
            finding.verdict()
                    .commands()
                    .forEach(command -> said.append(shell.type(command).text()));
            finding = shell.current().lab().check().settled(PATIENCE);
        }
        if (!finding.verdict().situation().healthy()) {
            throw new Broken("not healed", finding.verdict().words() + "\n" + said);
        }
    }

    /** A row that was there is in a data directory still. */
    private void missing(Set<Integer> rows) {
        Set<Integer> gone = new TreeSet<>(rows);
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!gone.isEmpty() && System.nanoTime() < until) {
            gone.removeAll(rows());
            if (!gone.isEmpty()) {
                gone.removeAll(stopped());
            }
        }
        if (!gone.isEmpty()) {
            throw new Broken("lost rows", gone.toString());
        }
    }

    private Set<Integer> rows() {
        Set<Integer> rows = new TreeSet<>();
        for (NodeName name : NodeName.values()) {
            Sight.of(shell.current().lab(), name).answer().ifPresent(said -> rows.addAll(said.rows()));
        }
        if (rows.isEmpty()) {
            rows.addAll(stopped());
        }
        return rows;
    }

    private Set<Integer> stopped() {
        Set<Integer> rows = new TreeSet<>();
        for (NodeName name : NodeName.values()) {
            Sight node = Sight.of(shell.current().lab(), name);
            if (node.pid() == 0 && !node.empty() && !node.damaged()) {
                new DataProbe(shell.current().lab(), place.resolve("probe"), why -> {})
                        .rows(shell.current().lab().node(name).layout().data())
                        .ifPresent(rows::addAll);
            }
        }
        return rows;
    }

    private void write() {
        shell.current().lab().check().settled(PATIENCE);
        for (NodeName name : NodeName.values()) {
            if (Sight.of(shell.current().lab(), name).runningPrimary()) {
                try (Probe probe = Probe.open(shell.current().lab().endpoint(name))) {
                    probe.scalar("create table if not exists ledger (id int primary key, node text)");
                    probe.scalar("insert into ledger values (" + ledger.take() + ", '" + name + "')");
                } catch (LabException e) {
                    throw new Broken("write", String.valueOf(e.getMessage()));
                }
            }
        }
    }

    /** Nothing half made is in the lab once it has been opened. */
    private void halves() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory, 3)) {
            files.map(Path::getFileName)
                    .map(String::valueOf)
                    .filter(name -> name.startsWith(".making")
                            || name.endsWith(".restoring")
                            || name.endsWith(".restored")
                            || name.matches("\\.[ab]-[0-9]+")
                            || name.matches("\\.s[0-9]\\.new")
                            || name.endsWith(".pgduo-new"))
                    .forEach(found::add);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (!found.isEmpty()) {
            throw new Broken("half made", found.toString());
        }
    }

    /** Beside the lab nothing of it stays. */
    private void besides() throws IOException {
        Set<String> ours = Set.of("lab", "state", "tmp", "small.lab", "played.lab", "recorded.lab", "probe");
        try (Stream<Path> entries = Files.list(place)) {
            List<String> strange = entries.map(entry -> String.valueOf(entry.getFileName()))
                    .filter(name -> !ours.contains(name))
                    .toList();
            if (!strange.isEmpty()) {
                throw new Broken("left beside the lab", strange.toString());
            }
        }
    }

    /** The next pgduo that makes a throw-away lab removes what a killed one left of its own. */
    private void thrownAway(List<String> lines) throws IOException, InterruptedException {
        if (lines.stream().noneMatch(line -> line.startsWith("play") || line.startsWith("verify"))) {
            return;
        }
        shell.close();
        PgduoRun.Ended next = run(List.of("verify " + place.resolve("small.lab")), 120_000);
        shell = open();
        if (next.killed() || next.code() != 0) {
            throw new Broken("verify after a kill", next.text());
        }
        if (!Leftovers.below(place.resolve("tmp")).isEmpty()) {
            throw new Broken(
                    "orphans in a throw-away lab",
                    Leftovers.below(place.resolve("tmp")).toString());
        }
        try (Stream<Path> files = Files.walk(place.resolve("tmp"), 2)) {
            List<Path> left = files.filter(file -> file.getFileName().toString().contains("lab-"))
                    .toList();
            if (!left.isEmpty()) {
                throw new Broken("a throw-away lab stays", left.toString());
            }
        }
    }

    private void orphans() {
        await(
                "servers without a lab",
                () -> Leftovers.below(directory).isEmpty(),
                () -> Leftovers.below(place).toString());
    }

    /** Processes of the lab that are no servers: what a killed pgduo had started. */
    private List<String> strangers() {
        return Leftovers.below(place).stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .map(process -> process.info().command().orElse("") + " " + process.pid())
                .filter(name -> !name.contains("postgres"))
                .toList();
    }

    private static void await(String law, BooleanSupplier condition, java.util.function.Supplier<String> words) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new Broken(law, words.get());
            }
            Thread.onSpinWait();
        }
    }

    private static void expect(Typed typed) {
        if (typed.failed()) {
            throw new Broken("preparation", typed.text());
        }
    }

    @Override
    public void close() {
        shell.type("destroy --yes");
        shell.close();
        Leftovers.remove(place);
    }
}
