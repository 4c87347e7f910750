package dev.pgduo.lab.fault.catalogue;

import dev.pgduo.cluster.binaries.ServerBinaries;
import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.cluster.quantity.NodeStatus;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.Lab;
import dev.pgduo.lab.Streaming;
import dev.pgduo.lab.ThrowAwayLab;
import dev.pgduo.lab.conf.UnattendedPair;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.Fault.Unavailable;
import dev.pgduo.lab.fault.FaultListener;
import dev.pgduo.lab.fault.FaultVerdict;
import dev.pgduo.lab.fault.StandingFault;
import dev.pgduo.report.LabException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The self-test of the catalogue: injects each fault into a temporary pair, checks its evidence, heals it, and checks for a
 * healthy pair with equal rows. A pair that is not healthy afterwards is replaced by a new one.
 */
public final class FaultCheck implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TABLE = "pgduo_check";
    private static final String ROWS =
            "select count(*) || ' ' || coalesce(md5(string_agg(id::text, ',' order by id)), '')" + " from " + TABLE;

    private final ServerBinaries server;
    private @Nullable ThrowAwayLab made;
    private int written;

    /** A self-test on servers of this version; the pair is made with the first fault. */
    public FaultCheck(ServerBinaries server) {
        this.server = server;
    }

    /**
     * The result for one fault.
     *
     * @param state how far the test came
     * @param words why it came no further; empty when the fault was healed
     */
    public record Checked(String fault, State state, String words, Duration elapsed) {
        /** Whether the result is no failure of the self-test. */
        public boolean ok() {
            return state == State.HEALED || state == State.UNAVAILABLE;
        }
    }

    /** How far the test of a fault came. */
    public enum State {
        /** The fault was confirmed and healed. */
        HEALED("ok"),
        /** The fault cannot be injected on this server. */
        UNAVAILABLE("-"),
        /** Another failure happened. */
        ANOTHER("other"),
        /** The evidence was incomplete. */
        UNKNOWN("unknown"),
        /** The fault was confirmed, but the pair is not healthy again. */
        NOT_HEALED("not healed");

        private final String word;

        State(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /** Checks these faults one after the other, and passes on each result as it is ready. */
    public List<Checked> run(List<Fault> faults, Consumer<Checked> told) {
        return faults.stream()
                .map(fault -> {
                    requireWanted();
                    Checked checked = check(fault);
                    told.accept(checked);
                    if (!checked.ok()) {
                        close();
                    }
                    return checked;
                })
                .toList();
    }

    private static void requireWanted() {
        if (Thread.currentThread().isInterrupted()) {
            throw LabException.of("canceling the check due to user request");
        }
    }

    private Checked check(Fault fault) {
        long start = System.nanoTime();
        Outcome outcome;
        try {
            outcome = outcome(fault, pair());
        } catch (LabException e) {
            outcome = new Outcome(State.UNKNOWN, String.join(" ", e.report().lines()));
        }
        return new Checked(
                fault.card().name(), outcome.state(), outcome.words(), Duration.ofNanos(System.nanoTime() - start));
    }

    private record Outcome(State state, String words) {}

    /** The result of the first variant that was not healed; when all were, that they were. */
    private Outcome outcome(Fault fault, Lab lab) {
        Optional<Unavailable> missing = fault.unavailable(lab);
        if (missing.isPresent()) {
            return new Outcome(State.UNAVAILABLE, missing.get().reason());
        }
        return fault.variants().stream()
                .map(arguments -> outcome(fault, arguments, lab))
                .filter(outcome -> outcome.state() != State.HEALED)
                .findFirst()
                .orElse(new Outcome(State.HEALED, ""));
    }

    private Outcome outcome(Fault fault, Map<String, String> arguments, Lab lab) {
        Faults faults = new Faults(lab, FaultListener.NONE);
        write(lab);
        Optional<NodeName> on = lab.withRole(fault.card().side().usual());
        FaultVerdict verdict = faults.inject(fault, Optional.empty(), arguments);
        if (verdict instanceof FaultVerdict.Another another) {
            return new Outcome(State.ANOTHER, another.sight());
        }
        if (verdict instanceof FaultVerdict.Unknown unknown) {
            return new Outcome(State.UNKNOWN, "not seen: " + String.join("; ", unknown.missing()));
        }
        String seen = on.map(node -> new LookCheck(lab, node).wrong(fault.card().lesson()))
                .orElse("");
        if (!seen.isEmpty()) {
            return new Outcome(State.UNKNOWN, seen);
        }
        try {
            String words = heal(fault, lab, faults);
            return new Outcome(words.isEmpty() ? State.HEALED : State.NOT_HEALED, words);
        } catch (LabException e) {
            return new Outcome(State.NOT_HEALED, String.join(" ", e.report().lines()));
        }
    }

    /** Heals all faults; returns what is different from before, if anything. */
    private String heal(Fault fault, Lab lab, Faults faults) {
        for (StandingFault standing : faults.standing()) {
            faults.heal(fault, standing);
        }
        if (!Wait.to("have a healthy pair", PATIENCE)
                .comesTrue(() -> lab.check().look().verdict().situation().healthy())) {
            return lab.check().look().verdict().words();
        }
        NodeName primary = primary(lab);
        new Streaming(lab).catchUp(primary.other());
        String there = lab.query(primary).ask(ROWS);
        String here = lab.query(primary.other()).ask(ROWS);
        if (!there.equals(here)) {
            return "the rows of the nodes differ: " + there + " and " + here;
        }
        return there.startsWith(written + " ") ? "" : "there are " + there + " rows and not " + written;
    }

    private void write(Lab lab) {
        written++;
        lab.query(primary(lab)).rows("insert into " + TABLE + " values (" + written + ")");
    }

    private static NodeName primary(Lab lab) {
        return lab.withRole(NodeStatus.RUNNING_PRIMARY).orElseThrow(() -> LabException.of("no node is the primary"));
    }

    private Lab pair() {
        ThrowAwayLab known = made;
        if (known != null) {
            return known.lab();
        }
        ThrowAwayLab next = ThrowAwayLab.create(server, false);
        made = next;
        Lab lab = next.lab();
        UnattendedPair.up(lab);
        written = 0;
        lab.query(primary(lab)).rows("create table " + TABLE + "(id int primary key)");
        return lab;
    }

    /** Removes the pair. */
    @Override
    public void close() {
        ThrowAwayLab known = made;
        made = null;
        if (known != null) {
            known.close();
        }
    }
}
