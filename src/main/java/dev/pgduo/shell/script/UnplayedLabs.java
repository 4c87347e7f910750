package dev.pgduo.shell.script;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.lab.LabContext;
import java.io.PrintWriter;
import java.util.List;

/** The reports of {@code verify} that do not play labs. */
final class UnplayedLabs {
    private UnplayedLabs() {}

    /** {@code --check}: prints the problems of labs; returns the exit code. */
    static int check(List<LabFile> labs, LabContext context) {
        int wrong = 0;
        for (LabFile lab : labs) {
            List<ErrorReport> reports = LabCheck.of(lab, context.commands());
            reports.forEach(report -> report.lines().forEach(context.out()::println));
            context.out()
                    .println(lab.name() + ": " + (reports.isEmpty() ? "nothing found" : reports.size() + " found"));
            wrong += reports.size();
        }
        context.out().flush();
        return wrong == 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    /** {@code --list-commands}: prints the lines that are neither recognized idioms nor SQL; returns the exit code. */
    static int list(List<LabFile> labs, PrintWriter out) {
        for (LabFile lab : labs) {
            lab.transcript().ifPresent(read -> Approval.lines(read).forEach(out::println));
            lab.problems().forEach(problem -> problem.lines().forEach(out::println));
        }
        out.flush();
        return labs.stream().allMatch(lab -> lab.transcript().isPresent()) ? ExitCode.OK : ExitCode.FAILED;
    }
}
