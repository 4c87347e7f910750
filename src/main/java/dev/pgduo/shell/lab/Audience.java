package dev.pgduo.shell.lab;

import dev.pgduo.cluster.binaries.TransferProgress;
import dev.pgduo.shell.prompt.PaneSwitch;
import dev.pgduo.shell.screen.Asker;
import dev.pgduo.shell.screen.WholeTerminal;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Whoever watches commands: a person at a terminal, the reader of a script's output, or nobody.
 *
 * @param asker asks the person
 * @param terminal what programs of the system may have for a while
 * @param progress shows how far a long piece of work is
 * @param remarks takes what no lab file repeats
 * @param front the prompts that the commands are typed at; empty for those that a lab file types
 * @param recorded whether what commands print is written down, to be compared with what they print another time
 */
public record Audience(
        Asker asker,
        WholeTerminal terminal,
        TransferProgress progress,
        Consumer<String> remarks,
        Optional<PaneSwitch> front,
        BooleanSupplier recorded) {
    /** Nobody. */
    public static final Audience NOBODY = new Audience(
            new Asker(false),
            new WholeTerminal(false),
            TransferProgress.NONE,
            remark -> {},
            Optional.empty(),
            () -> false);

    /** Whether a person is there, whoever types. */
    public boolean person() {
        return asker.person();
    }

    /** Whether a person types, and reads what comes of it. */
    public boolean typing() {
        return person() && front.isPresent();
    }

    /** Whether a person types, and nobody repeats what comes of it: it may be shown as suits the terminal. */
    public boolean looking() {
        return typing() && !recorded.getAsBoolean();
    }

    /** Columns for what a command prints, beside the margin of the session that it is typed in; 0 when nobody knows. */
    public int room() {
        return Math.max(0, terminal.columns() - margin());
    }

    /** Columns before what a session's command prints, which runs on the session's thread. */
    int margin() {
        return terminal.waiting().reachable()
                ? front.map(panes -> panes.front().margin().length()).orElse(0)
                : 0;
    }

    /** The same while commands are typed at these prompts, or by a lab file. */
    public Audience at(Optional<PaneSwitch> prompts) {
        return new Audience(asker, terminal, progress, remarks, prompts, recorded);
    }
}
