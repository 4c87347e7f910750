package dev.pgduo.cluster.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The processes of a shell that is a session leader.
 *
 * @param leader the shell
 */
record ShellProcesses(OsProcess leader) {
    private static final long LOOK_MILLIS = 20;

    /** The running processes that the shell has started. */
    Set<OsProcess> background() {
        return new HashSet<>(leader.children());
    }

    /** The running processes except these children of the shell and their descendants; parents first. */
    List<OsProcess> besides(Set<OsProcess> background) {
        List<OsProcess> all = new ArrayList<>();
        leader.children().stream().filter(child -> !background.contains(child)).forEach(child -> {
            all.add(child);
            all.addAll(child.descendants());
        });
        return all;
    }

    /** The shell's running children, each with a description. */
    Map<OsProcess, String> titles() {
        Map<OsProcess, String> titles = new LinkedHashMap<>();
        String own = leader.title();
        for (OsProcess child : leader.children()) {
            String title = child.title();
            titles.put(child, title.equals(own) ? "a part of the shell" : "\"" + title + "\"");
        }
        return titles;
    }

    /** Descriptions of those processes that wait for no other process. */
    List<String> awaited(Set<OsProcess> background) {
        List<String> awaited = besides(background).stream()
                .filter(running -> running.children().isEmpty())
                .map(running -> "\"" + running.title() + "\" (process " + running.pid() + ")")
                .toList();
        return awaited.isEmpty() ? List.of("the shell itself") : awaited;
    }

    /** Ends all processes of the session, except database servers. */
    void end(Duration patience) {
        end(Signal.HUP, patience);
        end(Signal.KILL, patience);
    }

    private void end(Signal signal, Duration patience) {
        OsProcess.signal(signal, own());
        long deadline = System.nanoTime() + patience.toNanos();
        while (!own().isEmpty() && System.nanoTime() < deadline && pause()) {
            OsProcess.signal(Signal.CONT, own());
        }
    }

    private List<OsProcess> own() {
        return leader.session().stream()
                .filter(other -> !other.title().matches("(\\S*/)?postgres(:|\\s|$).*"))
                .toList();
    }

    private static boolean pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
