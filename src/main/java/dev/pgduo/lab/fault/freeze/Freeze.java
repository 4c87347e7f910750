package dev.pgduo.lab.fault.freeze;

import dev.pgduo.cluster.process.OsProcess;
import dev.pgduo.cluster.process.Signal;
import dev.pgduo.cluster.quantity.Deadline;
import dev.pgduo.cluster.quantity.Wait;
import dev.pgduo.lab.fault.Evidence;
import dev.pgduo.lab.fault.Evidence.Sign;
import dev.pgduo.lab.fault.Fault;
import dev.pgduo.lab.fault.FaultCard;
import dev.pgduo.lab.fault.Scene;
import dev.pgduo.session.Probe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Processes are suspended by SIGSTOP: they keep their locks and connections, but do not run.
 *
 * @param role the processes' role; {@code node} for all
 */
record Freeze(FaultCard card, String role) implements Fault {
    private static final String NODE = "node";
    private static final String POSTMASTER = "postmaster";
    private static final String FROZEN = "frozen";

    /** The walsender and walreceiver exist only while a standby streams. */
    @Override
    public boolean needsStream() {
        return role.equals("walsender") || role.equals("walreceiver");
    }

    @Override
    public void inject(Scene scene) {
        OsProcess first = new OsProcess(
                scene.process(role.equals(NODE) ? POSTMASTER : role).pid());
        stop(scene, List.of(first));
        if (role.equals(NODE)) {
            // The postmaster is stopped first: it then starts no further processes.
            new Wait("stop process " + first.pid(), Deadline.DEFAULT, () -> "it runs").until(first::stopped);
            stop(scene, first.descendants());
        }
    }

    /** Stops processes; they are noted before. */
    private static void stop(Scene scene, List<OsProcess> processes) {
        List<OsProcess> all = new ArrayList<>(frozen(scene));
        all.addAll(processes);
        scene.note(
                FROZEN,
                all.stream()
                        .map(process -> process.pid() + ":" + process.started())
                        .collect(Collectors.joining(" ")));
        scene.signal(Signal.STOP, processes);
    }

    /**
     * Returns the noted processes that still live: with the same pid and start time, and no zombies (a process that is killed
     * stays a zombie while its parent is stopped).
     */
    private static List<OsProcess> frozen(Scene scene) {
        return Stream.of(scene.note(FROZEN).orElse("").split(" "))
                .filter(word -> word.matches("[1-9]\\d{0,17}:.+"))
                .map(word -> word.split(":", 2))
                .filter(word -> new OsProcess(Long.parseLong(word[0])).started().equals(word[1]))
                .map(word -> new OsProcess(Long.parseLong(word[0])))
                .filter(OsProcess::alive)
                .toList();
    }

    @Override
    public Evidence evidence(Scene scene) {
        Sign stopped = new Sign("stopped processes", () -> {
            List<OsProcess> all = frozen(scene);
            return !all.isEmpty() && all.stream().allMatch(OsProcess::stopped)
                    ? Optional.of("state T (stopped): "
                            + all.stream()
                                    .map(process -> Long.toString(process.pid()))
                                    .collect(Collectors.joining(", ")))
                    : Optional.empty();
        });
        return role.equals(NODE) || role.equals(POSTMASTER)
                ? Evidence.of(stopped, silent(scene))
                : Evidence.of(stopped);
    }

    private static Sign silent(Scene scene) {
        return new Sign("a connection that gets no answer", () -> {
            try (Probe probe = scene.lab().probe(scene.node()).withShortTimeout()) {
                return probe.answers()
                        ? Optional.empty()
                        : Optional.of("a new connection to node " + scene.node() + " gets no answer");
            }
        });
    }

    @Override
    public void heal(Scene scene) {
        List<OsProcess> stopped =
                frozen(scene).stream().filter(OsProcess::stopped).toList();
        if (!stopped.isEmpty()) {
            scene.signal(Signal.CONT, stopped);
        }
    }

    @Override
    public boolean healed(Scene scene) {
        return frozen(scene).stream().noneMatch(OsProcess::stopped);
    }

    @Override
    public boolean passed(Scene scene) {
        return healed(scene);
    }
}
