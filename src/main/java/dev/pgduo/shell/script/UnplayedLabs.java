package dev.pgduo.shell.script;

import dev.pgduo.report.ErrorReport;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.lab.LabContext;
import java.io.PrintWriter;
import java.util.List;

/** What {@code verify} says of labs without playing them. */
final class UnplayedLabs {
    private UnplayedLabs() {}

    /** {@code --check}: what is wrong with them; the answer is the exit code. */
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

    /** {@code --list-commands}: the lines that do more than recognised idioms and SQL; the answer is the exit code. */
    static int list(List<LabFile> labs, PrintWriter out) {
        for (LabFile lab : labs) {
            lab.transcript().ifPresent(read -> Approval.lines(read).forEach(out::println));
            lab.problems().forEach(problem -> problem.lines().forEach(out::println));
        }
        out.flush();
        return labs.stream().allMatch(lab -> lab.transcript().isPresent()) ? ExitCode.OK : ExitCode.FAILED;
    }
}
