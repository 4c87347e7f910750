package dev.pgduo.shell.script;

import dev.pgduo.cluster.files.AtomicFile;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.command.ExitCode;
import dev.pgduo.shell.command.UsageException;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.transcript.foreign.ForeignImport;
import dev.pgduo.transcript.foreign.Imported;
import dev.pgduo.transcript.foreign.PaneMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Arguments;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The command {@code import}. */
public final class ImportCommand {
    @Command(
            name = "import",
            group = "files",
            description = "convert tutorials to lab files: Markdown, HTML, reStructuredText, AsciiDoc, plain text")
    int importFiles(
            @Arguments List<String> files,
            @Option(longName = "out", description = "directory for the lab files (default: the current one)") @Nullable
                    String out,
            @Option(
                            longName = "map",
                            description =
                                    "'PROMPT=PANE': what a prompt belongs to: a, b (nodes), 1, 2 (sessions), a:1, text (none)")
                    List<String> map,
            @Option(
                            longName = "translate",
                            description = "translate sudo, services, packages and other machines to pgduo's commands")
                    boolean translate,
            @Option(longName = "fill", description = "play the labs and write the missing output") boolean fill,
            @Option(longName = "force", description = "overwrite existing lab files") boolean force,
            LabContext context) {
        if (files.isEmpty()) {
            throw new UsageException(
                    ErrorReport.error("import needs at least one file").hint("Type \"import FILE...\"."));
        }
        PaneMap panes = PaneMap.of(map);
        Map<Path, String> targets = targets(files, Path.of(out == null ? "" : out));
        List<Path> written = new ArrayList<>();
        boolean failed = false;
        for (Map.Entry<Path, String> target : targets.entrySet()) {
            try {
                Imported lab = read(target.getValue(), new Asking(panes, map, translate), context);
                ready(target.getKey(), force, context);
                write(target.getKey(), lab.lab());
                report(target.getValue(), lab, target.getKey(), context.out());
                playable(lab, fill);
                written.add(target.getKey());
            } catch (LabException e) {
                failed = true;
                e.report().lines().forEach(context.out()::println);
            }
        }
        context.out().flush();
        int code = fill && !written.isEmpty() ? fill(written, context) : ExitCode.OK;
        return failed ? ExitCode.FAILED : code;
    }

    /** How prompts are assigned to nodes and sessions. */
    private record Asking(PaneMap panes, List<String> map, boolean translate) {}

    /** The lab file for each input file. */
    private static Map<Path, String> targets(List<String> files, Path out) {
        if (Files.exists(out) && !Files.isDirectory(out) && !out.toString().isEmpty()) {
            throw LabException.of("\"" + out + "\" is not a directory", "--out names the directory of the lab files.");
        }
        Map<Path, String> targets = new LinkedHashMap<>();
        for (String file : files) {
            String name = String.valueOf(Path.of(file).getFileName()).replaceFirst("(?<=.)\\.\\w+$", "");
            String other = targets.put(out.resolve(name + ".lab"), file);
            if (other != null) {
                throw LabException.of(
                        "\"" + other + "\" and \"" + file + "\" would both become " + name + ".lab",
                        "Import them one by one, with --out.");
            }
        }
        return targets;
    }

    private static Imported read(String file, Asking asking, LabContext context) {
        String text = ForeignText.text(file);
        ForeignText.noLab(file, text);
        Imported lab = ForeignImport.read(file, text, asking.panes(), asking.translate());
        List<String> answers = new PaneQuestions(context.audience()).ask(lab.questions());
        if (answers.isEmpty()) {
            return lab;
        }
        List<String> all = new ArrayList<>(asking.map());
        all.addAll(answers);
        return ForeignImport.read(file, text, PaneMap.of(all), asking.translate());
    }

    /** Refuses to overwrite an existing file, unless it is forced or the person agrees. */
    private static void ready(Path target, boolean force, LabContext context) {
        if (force || !Files.exists(target)) {
            return;
        }
        boolean yes = context.audience().person()
                && context.audience()
                        .asker()
                        .yes("import: file \"" + target + "\" exists; it is overwritten.")
                        .orElse(false);
        if (!yes) {
            throw new LabException(ErrorReport.error("file \"" + target + "\" exists")
                    .detail("Nothing was written to it.")
                    .hint("Add --force to overwrite it, or --out DIR to write elsewhere."));
        }
    }

    private static void write(Path target, String text) {
        try {
            Path directory = target.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            AtomicFile.write(target, text);
        } catch (IOException e) {
            throw new LabException(
                    ErrorReport.error("could not write file \"" + target + "\": " + FailureReason.of(e)), e);
        }
    }

    private static void report(String file, Imported lab, Path target, PrintWriter out) {
        lab.report().forEach(report -> report.lines().forEach(out::println));
        long guesses = lab.report().stream()
                .filter(report -> report.message().startsWith("guess:"))
                .count();
        String cannot = lab.unplayable() == 0 ? "" : ", " + lab.unplayable() + " cannot be played";
        out.println(file + ": " + counted(lab.commands(), "command") + ", " + counted(guesses, "guess") + cannot
                + " -> " + target);
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : what.endsWith("s") ? "es" : "s");
    }

    /** Refuses a lab with lines that could damage this machine, when it is to be played. */
    private static void playable(Imported lab, boolean fill) {
        if (fill && lab.unplayable() > 0) {
            throw new LabException(ErrorReport.error("cannot fill a lab with commands that cannot be played")
                    .detail("There are " + lab.unplayable() + "; the lab was written, and not played.")
                    .hint("Add --translate, or change them by hand and run \"verify --fill\"."));
        }
    }

    private static int fill(List<Path> labs, LabContext context) {
        List<String> words = new ArrayList<>(List.of("verify", "--fill"));
        labs.forEach(lab -> words.add(lab.toString()));
        return context.run(words, context.out());
    }
}
