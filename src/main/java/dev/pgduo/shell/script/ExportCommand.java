package dev.pgduo.shell.script;

import dev.pgduo.cluster.binaries.download.DownloadedServers;
import dev.pgduo.export.ExportFormat;
import dev.pgduo.export.Formats;
import dev.pgduo.replay.event.Event;
import dev.pgduo.replay.event.EventLines;
import dev.pgduo.replay.event.LabEvents;
import dev.pgduo.report.ErrorReport;
import dev.pgduo.report.FailureReason;
import dev.pgduo.report.LabException;
import dev.pgduo.shell.lab.LabContext;
import dev.pgduo.transcript.model.Environment;
import dev.pgduo.transcript.model.Transcript;
import dev.pgduo.version.ServerVersion;
import dev.pgduo.version.VersionSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.shell.core.command.annotation.Argument;
import org.springframework.shell.core.command.annotation.Command;
import org.springframework.shell.core.command.annotation.Option;

/** The command {@code export}. */
public final class ExportCommand {
    @Command(
            name = "export",
            group = "files",
            description = "write a lab, or what was recorded of it with play --events, as a document or a recording",
            help = "A lab's file is not played: what it expects is what the document shows. A file of events has what"
                    + " came, the times, and what the nodes were after each step.")
    void export(
            @Argument(index = 0, description = "FILE.lab, or FILE.jsonl of play --events") String file,
            @Option(
                            longName = "format",
                            required = true,
                            description =
                                    "asciicast, asciicast3, asciidoc, bash, html, markdown, svg, svg-animated, text")
                    String format,
            @Option(longName = "out", description = "write to this file") @Nullable String out,
            @Option(longName = "step", description = "only up to the step in this line of the lab") @Nullable
                    Integer step,
            @Option(longName = "pg", description = "of a lab: as it is for this major (the newest one that it is for)")
                    @Nullable
                    String pg,
            @Option(longName = "lang", description = "language of a lab that has several: en, ru") @Nullable
                    String lang,
            LabContext context) {
        ExportFormat wanted = Formats.of(format);
        List<Event> all = file.endsWith(".jsonl") ? recorded(file) : written(file, pg, lang);
        String text = wanted.write(step == null ? all : upTo(step, all));
        if (out == null) {
            context.out().print(text);
            context.out().flush();
        } else {
            Exports.write(OutputFile.of(out, file).toString(), to -> to.write(text));
        }
    }

    /** The events of the steps that begin in this line or before it. */
    private static List<Event> upTo(int line, List<Event> events) {
        int end = 0;
        while (end < events.size() && events.get(end).line() <= line) {
            end++;
        }
        if (line < 1 || end == 1) {
            throw LabException.of("there is no step in line " + line + " or before it");
        }
        return events.subList(0, end);
    }

    private static List<Event> recorded(String file) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            List<Event> events = EventLines.read(lines, file);
            if (events.stream().noneMatch(event -> event.kind() == Event.Kind.LAB)) {
                throw LabException.of(
                        "\"" + file + "\" has no events of a lab", "\"play FILE.lab --events FILE\" writes them.");
            }
            return events;
        } catch (IOException | UncheckedIOException e) {
            throw new LabException(
                    ErrorReport.error("could not read file \"" + file + "\": " + FailureReason.of(e)), e);
        }
    }

    private static List<Event> written(String file, @Nullable String pg, @Nullable String lang) {
        Transcript lab = LabForm.of(lang, List.of(), null).of(ThrowAwayRun.read(BundledLabs.named(file, lang)));
        ServerVersion version = pg == null ? newest(lab) : named(pg);
        return LabEvents.of(lab, lab.resolve(new Environment(version, "linux", tool -> true)));
    }

    private static ServerVersion newest(Transcript lab) {
        VersionSet meant = lab.header().postgres();
        List<ServerVersion> majors = DownloadedServers.newest().majorsUpToThis().stream()
                .filter(major -> meant == null || meant.contains(major))
                .toList();
        return majors.isEmpty() ? DownloadedServers.newest() : majors.get(majors.size() - 1);
    }

    private static ServerVersion named(String pg) {
        return ServerVersion.named(pg)
                .orElseThrow(() -> LabException.of(
                        "invalid value for --pg: \"" + pg + "\"", "Write a version, for example \"15\"."));
    }
}
