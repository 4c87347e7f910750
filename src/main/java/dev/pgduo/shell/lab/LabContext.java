package dev.pgduo.shell.lab;

import dev.pgduo.lab.Lab;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.shell.command.CallContext;
import dev.pgduo.shell.command.CommandRunner;
import dev.pgduo.shell.screen.Pager;
import dev.pgduo.shell.screen.TextTable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The context of one call of a command: a lab with its sessions, the output, and the audience. Commands do not keep it.
 *
 * @param work the lab
 * @param commands runs further commands
 */
public record LabContext(WorkingLab work, CommandRunner commands, Audience audience, PrintWriter out)
        implements CallContext {
    /**
     * The lab.
     *
     * @throws dev.pgduo.report.LabException when there is no lab
     */
    public Lab lab() {
        return work.lab();
    }

    /** The lab's sessions. */
    public LabSessions desk() {
        return work.desk();
    }

    /** The same context with another output. */
    public LabContext to(PrintWriter other) {
        return new LabContext(work, commands, audience, other);
    }

    /** The same context without an audience. */
    public LabContext unwatched() {
        return new LabContext(work, commands, Audience.NOBODY, out);
    }

    /** Prints the steps of a command. */
    LabSteps steps() {
        return new LabSteps(this);
    }

    /** Asks before data are lost. */
    Confirmation confirmation() {
        return new Confirmation(this);
    }

    /** Prints a table: in a transcript's format, or in one that fits a person's terminal. */
    public void table(List<String> columns, List<? extends List<@Nullable String>> rows) {
        show(new TextTable(columns).lines(rows, audience.looking() ? audience.room() : 0));
    }

    @Override
    public void show(List<String> lines) {
        boolean paged = audience.looking() && Pager.needed(audience.terminal(), lines.size());
        if (!paged) {
            lines.forEach(out::println);
            return;
        }
        try (OutputStream pager = Pager.open(audience.terminal(), Pager.chosen())) {
            pager.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("could not show the text", e);
        }
    }

    /** Runs a line as a command on the same lab; errors are part of the output. Returns its exit code. */
    public int run(String line) {
        return commands.run(line, this);
    }

    /** Runs separated words as a command; errors are printed on {@code err}. */
    public int run(List<String> words, PrintWriter err) {
        return commands.run(words, this, err);
    }
}
