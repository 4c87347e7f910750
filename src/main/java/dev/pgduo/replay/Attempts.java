package dev.pgduo.replay;

import dev.pgduo.cluster.quantity.NodeName;
import dev.pgduo.lab.os.OsResult;
import dev.pgduo.lab.os.OsWatch;
import dev.pgduo.lab.session.LabSessions;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.scan.ShellWords;
import dev.pgduo.transcript.model.Captures;
import dev.pgduo.transcript.model.Header;
import dev.pgduo.transcript.model.ResolvedStep;
import dev.pgduo.transcript.model.Step;
import java.util.List;
import java.util.Optional;

/** Makes attempts of steps, with one method for each kind of step. */
final class Attempts {
    private final Header header;
    private final LabSessions desk;
    private final LabCommands commands;
    private final PlayListener listener;
    private final SqlSteps sql;

    Attempts(Header header, LabSessions desk, LabCommands commands, PlayListener listener) {
        this.header = header;
        this.desk = desk;
        this.commands = commands;
        this.listener = listener;
        this.sql = new SqlSteps(header, desk, listener::waited);
    }

    /** The attempt for a step that runs something, with captured values inserted. */
    Attempt of(ResolvedStep step, Captures captures, String source) {
        int line = step.step().span().first();
        return step.step().accept(new ByKind(step, text -> captures.expand(text, source, line)));
    }

    /** Forgets the statements that are still waiting, because they will not end. */
    void forget() {
        sql.forget();
    }

    private interface Expansion {
        String of(String text);
    }

    private final class ByKind implements Step.Visitor<Attempt> {
        private final ResolvedStep resolved;
        private final Expansion expansion;

        ByKind(ResolvedStep resolved, Expansion expansion) {
            this.resolved = resolved;
            this.expansion = expansion;
        }

        @Override
        public Attempt osCommand(Step.OsCommand step) {
            String command = expansion.of(step.command());
            return () -> os(NodeName.parse(step.node()), command);
        }

        @Override
        public Attempt labCommand(Step.LabCommand step) {
            String command = expansion.of(step.command());
            return () -> {
                LabCommands.Outcome outcome = commands.run(
                        command, line -> listener.printing(resolved.expected().prefix(), line));
                desk.wrote();
                return Outcome.of(outcome.output(), error(outcome.exitCode()), false);
            };
        }

        @Override
        public Attempt sessionOpen(Step.SessionOpen step) {
            return () -> {
                desk.open(step.session(), words(expansion.of(step.command())));
                return Outcome.of(List.of(), Optional.empty(), false);
            };
        }

        @Override
        public Attempt sqlInput(Step.SqlInput step) {
            return sql.statement(resolved, step.session(), expansion.of(step.input()));
        }

        @Override
        public Attempt lateOutput(Step.LateOutput step) {
            return sql.late(step.session());
        }

        @Override
        public Attempt frontMatter(Step.FrontMatter step) {
            return nothing();
        }

        @Override
        public Attempt heading(Step.Heading step) {
            return nothing();
        }

        @Override
        public Attempt prose(Step.Prose step) {
            return nothing();
        }

        @Override
        public Attempt blank(Step.Blank step) {
            return nothing();
        }

        @Override
        public Attempt directive(Step.DirectiveLine step) {
            return nothing();
        }

        @Override
        public Attempt choice(Step.Choice step) {
            return nothing();
        }

        @Override
        public Attempt task(Step.Task step) {
            return nothing();
        }

        private Attempt nothing() {
            return () -> Outcome.of(List.of(), Optional.empty(), false);
        }
    }

    private Outcome os(NodeName node, String command) {
        if (command.isEmpty()) {
            return Outcome.of(List.of(), Optional.empty(), false);
        }
        OsResult result =
                desk.os(node, command, new OsWatch(Optional.of(header.run().osLineTimeout()), line -> {}));
        desk.endedInBackground(node).forEach(ended -> listener.note("in the background, " + ended + " has ended"));
        if (!result.awaited().isEmpty()) {
            return Outcome.broken(endless(result), result.output());
        }
        if (result.session().isPresent()) {
            desk.open(node.equals(NodeName.A) ? 1 : 2, result.session().get());
        }
        return Outcome.of(result.output(), error(result.exitCode()), Reads.only(command))
                .with(result.translations());
    }

    private ErrorReport endless(OsResult result) {
        return ErrorReport.error("the line did not end within "
                        + header.run().osLineTimeout().toSeconds() + " s")
                .detail("It was ended while it waited for " + String.join(", ", result.awaited()) + ".")
                .hint("Let it run in the background with \"&\", or give it more time with \"timeout\" in the front"
                        + " matter or --step-timeout.");
    }

    /** The words after {@code psql}. */
    private static List<String> words(String psqlLine) {
        List<String> words = ShellWords.of(psqlLine).words();
        return words.subList(1, words.size());
    }

    private static Optional<String> error(int exitCode) {
        return exitCode == 0 ? Optional.empty() : Optional.of("");
    }

    static ErrorReport waiting(String detail) {
        return ErrorReport.error("the statement is waiting")
                .detail(detail)
                .hint("If it is meant to wait, write its output where it comes back, without a prompt.");
    }
}
